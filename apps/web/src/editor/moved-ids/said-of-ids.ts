import type { MovedIdsProblem } from '#contract';

/** Whether decisions follow their steps, or stay with the ids. */
export type IdsAnswer = 'follow' | 'keep';

/** Ids with decisions that stand on other elements in the drawing that is to be saved. */
export type MovedIds = Required<Pick<MovedIdsProblem, 'changedHands' | 'renamed'>>;

/** What the service asks, where that is what it asks. */
export function movedIdsOf({ changedHands, renamed = [] }: Partial<MovedIdsProblem>): MovedIds | undefined {
  return changedHands && { changedHands, renamed };
}

/**
 * The answer of a person about ids that changed hands. It counts for exactly these ids, also if somebody
 * saved in between. For any other ids the page asks again.
 */
export class SaidOfIds {
  #said: { moved: MovedIds; ids: IdsAnswer } | undefined;

  say(moved: MovedIds, ids: IdsAnswer): void {
    this.#said = { moved, ids };
  }

  about(moved: MovedIds): IdsAnswer | undefined {
    return this.#said && JSON.stringify(this.#said.moved) === JSON.stringify(moved)
      ? this.#said.ids
      : undefined;
  }

  forget(): void {
    this.#said = undefined;
  }

  /** Returns the answer when the save is done, and forgets it. */
  done(): { moved: MovedIds; ids: IdsAnswer } | undefined {
    const said = this.#said;
    this.forget();
    return said;
  }
}
