/** What must hold of a log after its writer was killed, whoever wrote it. */
import { openLog, verifyChain } from '../../dist/libs/event-store/src/index.js';

const PAGE = 500;

/** Checks a log again and again while it grows: each call looks at what is new since the last one. */
export class LogCheck {
  #heads = new Map();
  #after;
  events = 0;

  constructor(path) {
    this.path = path;
  }

  /**
   * @param acknowledged `{stream, version, commandId?}` of each command answered since the last call, with
   * the version it was told
   * @returns what is wrong, one sentence each; empty when all is well
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
          // Writers that want their batches checked say in each event how many its command made.
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

  /** Reads the whole log once more: nothing that was seen before may have gone since. */
  async final() {
    const anew = new LogCheck(this.path);
    const faults = await anew.faults([]);
    const missing = [...this.#heads].filter(([stream, { hash }]) => anew.#heads.get(stream)?.hash !== hash);
    return [...faults, ...missing.map(([stream]) => `stream ${stream} is not what it was before`)];
  }
}
