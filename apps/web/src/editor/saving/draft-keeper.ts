import { draftsToOffer, type Draft, type DraftOffer } from './draft.js';
import type { DraftStore } from './draft-store.js';
import type { ProcessAnswer } from '#contract';

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
    return this.ports.drafts.put(draft).then(
      () => true,
      () => false,
    );
  }

  async forget(id = this.#id): Promise<void> {
    await this.ports.drafts.remove(id).catch(() => undefined);
  }

  /** Leaves the copy as a draft of its own; what is kept next is another one. */
  putAside(): void {
    this.#release();
    this.#id = this.ports.newKey();
    this.hold();
  }

  /**
   * Work that can be taken up again. What turns out to be the saved drawing is cleared away: the browser
   * closed between the answer to a save and the clearing up.
   * @param saved the saved drawing, in every form in which a draft could hold it
   */
  async offers(answer: Pick<ProcessAnswer, 'diagram'>, saved: (string | undefined)[]): Promise<DraftOffer[]> {
    const drafts = await this.ports.drafts.list(this.person, this.process).catch(() => []);
    const others = drafts.filter((draft) => draft.id !== this.#id);
    await Promise.all(
      others.filter((draft) => saved.includes(draft.xml)).map((draft) => this.forget(draft.id)),
    );
    return draftsToOffer(
      others.filter((draft) => !saved.includes(draft.xml)),
      answer,
      await this.ports.held(),
    );
  }
}
