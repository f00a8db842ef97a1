/** What a test has ordered to go wrong next; one object for all nodes of a cluster. */
export class Faults {
  #dropAnswers = 0;
  #dropRequests = 0;
  #stall;

  /** The next appends are stored, and the connection breaks instead of the answer. */
  dropAnswers(count = 1) {
    this.#dropAnswers = count;
  }

  /** The connection breaks at the next appends, before anything is stored. */
  dropRequests(count = 1) {
    this.#dropRequests = count;
  }

  /** Appends are stored and reads begun, and nothing is answered until `resume`. */
  stall() {
    this.#stall ??= Promise.withResolvers();
  }

  resume() {
    this.#stall?.resolve();
    this.#stall = undefined;
  }

  takeDroppedRequest() {
    return this.#dropRequests > 0 && this.#dropRequests-- > 0;
  }

  takeDroppedAnswer() {
    return this.#dropAnswers > 0 && this.#dropAnswers-- > 0;
  }

  /** Resolves as soon as answers go out. */
  async answering() {
    while (this.#stall) await this.#stall.promise;
  }
}
