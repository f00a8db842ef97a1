/** What clients have read, for tests of what they ask for and how much they are given. */
export class Reads {
  #reads = [];
  /** How many subscriptions run. */
  following = 0;

  /** Notes the beginning of a read. The caller counts the events that it delivers. */
  begin({ stream, live, backwards, limit, filter }) {
    const read = { stream: stream ?? '$all', live, backwards, limit, filter: filter?.says, delivered: 0 };
    this.#reads.push(read);
    if (live) this.following += 1;
    return read;
  }

  end({ live }) {
    if (live) this.following -= 1;
  }

  /** All reads since the last call, in order. */
  take() {
    return this.#reads.splice(0);
  }
}
