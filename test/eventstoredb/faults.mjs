/** The faults that a test has ordered. All nodes of a cluster share one object. */
export class Faults {
  #dropAnswers = 0;
  #dropRequests = 0;
  #stall;
  /** How many appends and reads wait for `resume`. */
  waiting = 0;

  /** Stores the next appends, but breaks the connection instead of answering. */
  dropAnswers(count = 1) {
    this.#dropAnswers = count;
  }

  /** Breaks the connection at the next appends, before anything is stored. */
  dropRequests(count = 1) {
    this.#dropRequests = count;
  }

  /** Stores appends and starts reads, but answers nothing until `resume`. */
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

  /** Resolves when answers may be sent. */
  async answering() {
    this.waiting++;
    while (this.#stall) await this.#stall.promise;
    this.waiting--;
  }
}
