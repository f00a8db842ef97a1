import type { Typed, TypedStore } from './typed-store.js';

/**
 * What was typed and not yet recorded, by person, process and form. It is kept in the browser with every
 * change, so that it survives a change to another step, a reload, and the work of a colleague.
 */
export class TypedTexts {
  #all: readonly Typed[] = [];
  #listeners = new Set<() => void>();
  /** Read from the browser and not seen by the person since. */
  #before = new Set<string>();
  /** Changes that the browser does not have yet, or refused. */
  #unkept = new Map<string, number>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: TypedStore) {}

  /** Everything that was typed and is not recorded; another list after every change. */
  get all(): readonly Typed[] {
    return this.#all;
  }

  /** Whether leaving the page now would lose something. */
  get losesOnLeaving(): boolean {
    return this.#unkept.size > 0;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Reads what this person typed before; nothing where the browser keeps nothing. */
  async load(person: string): Promise<void> {
    const kept = await this.store.list(person).catch(() => []);
    const unknown = kept.filter(({ key }) => this.get(key) === undefined);
    for (const { key } of unknown) this.#before.add(key);
    if (unknown.length > 0) this.#show([...this.#all, ...unknown]);
  }

  get(key: string): Typed | undefined {
    return this.#all.find((typed) => typed.key === key);
  }

  put(typed: Typed): void {
    this.#before.delete(typed.key);
    this.#show([...this.#all.filter(({ key }) => key !== typed.key), typed]);
    this.#keep(typed.key, () => this.store.put(typed));
  }

  /** It was recorded, or given up. */
  remove(key: string): void {
    if (this.get(key) === undefined) return;
    this.#before.delete(key);
    this.#show(this.#all.filter((typed) => typed.key !== key));
    this.#keep(key, () => this.store.remove(key));
  }

  /** Whether it was typed before the page was loaded, and the person has not seen it since. */
  isFromBefore = (key: string): boolean => this.#before.has(key);

  /** The person sees it. */
  see(key: string): void {
    if (this.#before.delete(key)) this.#show([...this.#all]);
  }

  #keep(key: string, write: () => Promise<void>): void {
    const turn = (this.#unkept.get(key) ?? 0) + 1;
    this.#unkept.set(key, turn);
    // One after the other: what is removed must not come back by an earlier change.
    this.#last = this.#last.then(write).then(
      () => this.#unkept.get(key) === turn && this.#unkept.delete(key),
      () => this.get(key) === undefined && this.#unkept.delete(key),
    );
  }

  #show(all: readonly Typed[]): void {
    this.#all = all;
    for (const listener of this.#listeners) listener();
  }
}
