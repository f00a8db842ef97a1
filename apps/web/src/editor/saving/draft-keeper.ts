import { draftsToOffer, type Draft, type DraftOffer } from './draft.js';
import type { DraftStore } from './draft-store.js';
import type { ProcessAnswer } from '#contract';
import { Turns } from './turns.js';

/** What the keeper needs of the browser. */
export interface DraftPorts {
  drafts: DraftStore;
  /** Ids of the drafts that open tabs are working on. */
  held(): Promise<ReadonlySet<string>>;
  /** Holds a draft for this tab; gives the way to let go of it. */
  hold(draftId: string): () => void;
  now(): number;
  newKey(): string;
}

/**
 * Keeps the unsaved work of one tab in the browser, and finds what was left by tabs that closed or crashed.
 */
export class DraftKeeper {
  #id: string;
  #release: () => void = () => undefined;
  /** Writes and removals go to the store one after the other. Otherwise a newer copy could be lost. */
  readonly #turns = new Turns();
  /** The copy that the browser refused, until it takes one. */
  #refused: Draft | undefined;
  /** Work that was put aside and that only this page has. */
  #unkept = new Map<string, Draft>();

  constructor(
    private readonly process: string,
    private readonly person: string,
    private readonly ports: DraftPorts,
  ) {
    this.#id = ports.newKey();
  }

  /** From now on other tabs leave this tab's draft alone. */
  hold(): void {
    this.#release();
    this.#release = this.ports.hold(this.#id);
  }

  release(): void {
    this.#release();
  }

  /** Keeps a copy; false where the browser keeps nothing. */
  keep(xml: string, seen: number): Promise<boolean> {
    const draft: Draft = {
      id: this.#id,
      process: this.process,
      person: this.person,
      seen,
      xml,
      at: this.ports.now(),
    };
    return this.#turns
      .take(() => this.ports.drafts.put(draft))
      .then(
        () => {
          if (this.#refused?.id === draft.id) this.#refused = undefined;
          return true;
        },
        () => {
          if (this.#id === draft.id) this.#refused = draft;
          return false;
        },
      );
  }

  async forget(id = this.#id): Promise<void> {
    if (this.#refused?.id === id) this.#refused = undefined;
    this.#unkept.delete(id);
    await this.#turns.take(() => this.ports.drafts.remove(id)).catch(() => undefined);
  }

  /** Whether leaving the page would lose work that was put aside. */
  get losesOnLeaving(): boolean {
    return this.#unkept.size > 0;
  }

  /** Leaves the copy as a draft of its own; what is kept next is another one. */
  putAside(): void {
    if (this.#refused) this.#unkept.set(this.#id, this.#refused);
    this.#refused = undefined;
    this.#id = this.ports.newKey();
    this.hold();
  }

  /**
   * Work that can be taken up again. What turns out to be the saved drawing is cleared away: the browser
   * closed between the answer to a save and the clearing up. What another tab works on is left alone.
   * @param saved the saved drawing, in every form in which a draft could hold it
   */
  async offers(answer: Pick<ProcessAnswer, 'diagram'>, saved: (string | undefined)[]): Promise<DraftOffer[]> {
    const { drafts } = this.ports;
    const listed = await this.#turns.take(() => drafts.list(this.person, this.process)).catch(() => []);
    const held = await this.ports.held();
    const left = [...listed, ...this.#unkept.values()].filter(({ id }) => id !== this.#id && !held.has(id));
    const done = left.filter(({ xml }) => saved.includes(xml));
    await Promise.all(
      done.map(({ id, xml }) => this.#turns.take(() => drafts.remove(id, xml)).catch(() => undefined)),
    );
    return draftsToOffer(
      left.filter((draft) => !done.includes(draft)),
      answer,
      held,
    ).map((offer) => ({ ...offer, kept: !this.#unkept.has(offer.draft.id) }));
  }
}
