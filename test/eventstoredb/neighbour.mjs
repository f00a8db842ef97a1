/** Another program on the same server, which writes much and has nothing to do with us. */
const RUN = 500;
const TICK_MS = 20;
const NO_BYTES = Buffer.alloc(0);

const foreignEvent = () => ({
  id: crypto.randomUUID(),
  type: 'Other',
  contentType: 'application/json',
  data: Buffer.from('{"by":"another program"}'),
  metadata: NO_BYTES,
});

export class Neighbour {
  #log;
  #ticking;

  /** @param log gives the log, which a restart replaces */
  constructor(log) {
    this.#log = log;
  }

  /** Writes so many events, in streams of 500 that begin with `other-`. */
  async write(count) {
    for (let left = count; left > 0; left -= RUN) {
      const events = Array.from({ length: Math.min(RUN, left) }, foreignEvent);
      await this.#log().append(`other-${crypto.randomUUID()}`, 'no_stream', events);
    }
  }

  /** Goes on writing so many events a second, until another number is given; 0 stops it. */
  busy(perSecond) {
    clearInterval(this.#ticking);
    if (perSecond > 0)
      this.#ticking = setInterval(() => void this.write((perSecond * TICK_MS) / 1_000), TICK_MS).unref();
  }
}
