import type { OpenWindows } from './open-windows.js';
import type { Typed, TypedStore } from './typed-store.js';

/**
 * What was typed and not yet recorded, by person, window, process and form. It is kept in the browser with
 * every change, so that it survives a change to another step, a reload, and the work of a colleague.
 */
export class TypedTexts {
  #all: readonly Typed[] = [];
  #listeners = new Set<() => void>();
  /** Read from the browser and not seen by the person since. */
  #before = new Set<string>();
  /** Changes that the browser does not have yet, or refused. */
  #unkept = new Map<string, number>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly store: TypedStore,
    private readonly windows: OpenWindows,
    private readonly ports: { now(): number; newKey(): string },
  ) {}

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

  /**
   * Reads what this person typed before; nothing where the browser keeps nothing. What another window holds
   * stays with it until it closes.
   */
  async load(person: string): Promise<void> {
    const others = new Set((await this.#kept(person)).map(({ window }) => window));
    const open = await Promise.all(
      [...others].map(async (window) => ((await this.windows.isOpen(window)) ? [window] : [])),
    ).then((found) => found.flat());
    await this.#take(person, (window) => !open.includes(window));
    for (const window of open)
      void this.windows.closed(window).then(() => this.#take(person, (other) => other === window));
  }

  get(key: string): Typed | undefined {
    return this.#all.find((typed) => typed.key === key);
  }

  /** Keeps what is typed in this window, in place of what it was before. */
  put(typed: Omit<Typed, 'key' | 'window' | 'at'>, before?: Typed): void {
    const { own: window } = this.windows;
    // A window that closed may have left its text to several others.
    const key = before?.window === window ? before.key : this.ports.newKey();
    const row: Typed = { ...typed, key, window, at: this.ports.now() };
    this.#before.delete(key);
    this.#show([...this.#all.filter((each) => each.key !== before?.key), row]);
    this.#keep(key, () => this.store.put(row));
    if (before && before.key !== key) this.#keep(before.key, () => this.store.remove(before.key));
  }

  /** It was recorded, or given up. */
  remove(key: string): void {
    if (this.get(key) === undefined) return;
    this.#before.delete(key);
    this.#show(this.#all.filter((typed) => typed.key !== key));
    this.#keep(key, () => this.store.remove(key));
  }

  /** Of several texts of one form, the form is to have this one. */
  prefer(key: string): void {
    const typed = this.get(key);
    if (typed) this.#show([...this.#all.filter((each) => each !== typed), typed]);
  }

  /** The person comes back to a process: its forms are not open any more. */
  comeBack(person: string, process: string): void {
    for (const typed of this.#all)
      if (typed.person === person && typed.process === process) this.#before.add(typed.key);
    this.#show([...this.#all]);
  }

  /** Whether it was typed before the page was loaded, and the person has not seen it since. */
  isFromBefore = (key: string): boolean => this.#before.has(key);

  /** The person sees it. */
  see(key: string): void {
    if (this.#before.delete(key)) this.#show([...this.#all]);
  }

  /** What this page does not have yet, oldest first. */
  async #kept(person: string): Promise<Typed[]> {
    const kept = await this.store.list(person).catch(() => []);
    const unknown = kept.filter(({ key }) => this.get(key) === undefined && !this.#unkept.has(key));
    return unknown.toSorted((one, other) => one.at - other.at);
  }

  async #take(person: string, of: (window: string) => boolean): Promise<void> {
    const found = (await this.#kept(person)).filter(({ window }) => of(window));
    for (const { key } of found) this.#before.add(key);
    // What is typed here comes last, which is what its form shows.
    if (found.length > 0) this.#show([...found, ...this.#all]);
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
