/** The speed of one read. Without it, the double is as fast as this machine. */
import { setTimeout as pause } from 'node:timers/promises';

/** Events a second on a real server: those that reach a client, and those passed over by its filter. */
const DELIVERED = 4_500;
const PASSED_BY_PREFIX = 135_000;
const PASSED_BY_EXPRESSION = 6_000;
/** Shorter pauses take longer than they should. */
const SHORTEST_MS = 10;

export class Pace {
  #delivered;
  #passed;
  #owed = 0;

  /** @param slowness how many times slower than a real server; 0 for no limit */
  constructor(slowness, filter) {
    this.#delivered = (1_000 / DELIVERED) * slowness;
    this.#passed = (1_000 / (filter?.byExpression ? PASSED_BY_EXPRESSION : PASSED_BY_PREFIX)) * slowness;
  }

  delivered() {
    return this.#spend(this.#delivered);
  }

  passedOver() {
    return this.#spend(this.#passed);
  }

  /** A promise when it is time for a pause. */
  #spend(ms) {
    this.#owed += ms;
    if (this.#owed < SHORTEST_MS) return undefined;
    const owed = this.#owed;
    this.#owed = 0;
    return pause(owed);
  }
}
