/** Checks a log after its writer was killed. */
import { openLog, verifyChain } from '../../dist/libs/event-store/index.js';

const PAGE = 500;

/** Checks a growing log in steps: each call checks the events since the last call. */
export class LogCheck {
  #heads = new Map();
  #after;
  events = 0;

  constructor(path) {
    this.path = path;
  }

  /**
   * @param acknowledged `{stream, version, commandId?}` of each command answered since the last call, with
   * the version in its answer
   * @returns the faults, one sentence each; empty when there are none
   */
  async faults(acknowledged) {
    const { events: log } = openLog(this.path);
    try {
      const found = new Map();
      const batches = new Map();
      for (let page = await this.#next(log); page.length > 0; page = await this.#next(log)) {
        const flaw = verifyChain(page, this.#heads);
        if (flaw) return [`event ${flaw.version} of ${flaw.stream} does not verify: ${flaw.problem}`];
        for (const { stream, version, data, metadata } of page) {
          found.set(`${stream} ${version}`, metadata.commandId);
          // A writer that wants its batches checked puts into each event how many events its command made.
          if (data.of)
            batches.set(metadata.commandId, {
              of: data.of,
              stored: (batches.get(metadata.commandId)?.stored ?? 0) + 1,
            });
        }
      }
      this.events += found.size;
      const lost = acknowledged.filter(({ stream, version, commandId }) => {
        const stored = found.get(`${stream} ${version}`);
        return stored === undefined || (commandId !== undefined && stored !== commandId);
      });
      const halves = [...batches].filter(([, { of, stored }]) => of !== stored);
      return [
        ...lost.map(({ stream, version }) => `version ${version} of ${stream} was acknowledged and is lost`),
        ...halves.map(
          ([commandId, { of, stored }]) => `${stored} of ${of} events of command ${commandId} are stored`,
        ),
      ];
    } finally {
      await log.close();
    }
  }

  async #next(log) {
    const page = await log.readAll(this.#after, PAGE);
    this.#after = page.at(-1)?.position ?? this.#after;
    return page;
  }

  /** Reads the whole log again: everything that was seen before must still be there. */
  async final() {
    const again = new LogCheck(this.path);
    const faults = await again.faults([]);
    const missing = [...this.#heads].filter(([stream, { hash }]) => again.#heads.get(stream)?.hash !== hash);
    return [...faults, ...missing.map(([stream]) => `stream ${stream} is not what it was before`)];
  }
}
