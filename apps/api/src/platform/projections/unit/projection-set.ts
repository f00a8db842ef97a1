import type { Projection, StreamKind } from './projection.js';

/**
 * The projections of a program, in the order in which they are completed.
 * The module that makes the set exports it as `PROJECTIONS`, so that the thread that builds can import it.
 */
export class ProjectionSet {
  readonly kinds: ReadonlyMap<string, StreamKind>;

  /**
   * @param module address of the module that exports the set
   * @throws Error when two have the same name, or one stands before another that it needs
   */
  constructor(
    readonly module: string,
    readonly list: readonly Projection[],
  ) {
    const names = new Set<string>();
    for (const { name, needs = [] } of list) {
      if (names.has(name)) throw new Error(`Two projections are called ${name}.`);
      const missing = needs.find((needed) => !names.has(needed));
      if (missing !== undefined)
        throw new Error(`The projection ${name} needs ${missing}, which does not stand before it.`);
      names.add(name);
    }
    this.kinds = new Map(list.flatMap(({ streams }) => streams.map((kind) => [kind.prefix, kind])));
  }
}
