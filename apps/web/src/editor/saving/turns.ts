/** Lets what takes time happen one after the other, in the order in which it was asked. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Gives what it gives. What fails keeps nothing after it from happening. */
  take<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(act);
    this.#last = turn.catch(() => undefined);
    return turn;
  }
}
