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
 * What a person said of ids that changed hands. It counts for exactly these, also when somebody saved in
 * between; about any others the person is asked again.
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

  /** Gives what was said once it is done, and forgets it. */
  done(): { moved: MovedIds; ids: IdsAnswer } | undefined {
    const said = this.#said;
    this.forget();
    return said;
  }
}
