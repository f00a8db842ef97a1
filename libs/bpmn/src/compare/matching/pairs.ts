import type { ComparedDiagram, Thing } from '../side/side.js';

/** Which thing of one side is which of the other. */
export class Pairs {
  private readonly toAfter: (Thing | undefined)[];
  private readonly toBefore: (Thing | undefined)[];
  /** What was open when it was last asked: less and less, while all things would be many. */
  private leftBefore: Thing[];
  private leftAfter: Thing[];
  /** How many pairs there are. */
  size = 0;

  constructor(
    readonly before: ComparedDiagram,
    readonly after: ComparedDiagram,
    /** Families whose ids are no evidence. */
    readonly doubted: ReadonlySet<string>,
  ) {
    this.toAfter = new Array<Thing | undefined>(before.things.length);
    this.toBefore = new Array<Thing | undefined>(after.things.length);
    this.leftBefore = before.things;
    this.leftAfter = after.things;
  }

  /** The same thing on the after side, for one of the before side. */
  afterOf = (thing: Thing): Thing | undefined => this.toAfter[thing.order];
  beforeOf = (thing: Thing): Thing | undefined => this.toBefore[thing.order];

  /** Holds two things for the same; false where either is taken already. */
  pair(before: Thing, after: Thing): boolean {
    if (this.toAfter[before.order] || this.toBefore[after.order]) return false;
    this.toAfter[before.order] = after;
    this.toBefore[after.order] = before;
    this.size++;
    return true;
  }

  /** The same, neither side having one counts as well. */
  same(before: Thing | undefined, after: Thing | undefined): boolean {
    return before === undefined || after === undefined ? before === after : this.afterOf(before) === after;
  }

  openBefore(wanted: (thing: Thing) => boolean): Thing[] {
    this.leftBefore = this.leftBefore.filter((thing) => !this.toAfter[thing.order]);
    return this.leftBefore.filter(wanted);
  }

  openAfter(wanted: (thing: Thing) => boolean): Thing[] {
    this.leftAfter = this.leftAfter.filter((thing) => !this.toBefore[thing.order]);
    return this.leftAfter.filter(wanted);
  }
}

/**
 * Pairs things of either side that have the same key, in the order of the file. `only` asks for a key that
 * each side has once, `even` for one that both have equally often.
 */
export function pairByKey(
  pairs: Pairs,
  before: Thing[],
  after: Thing[],
  keyBefore: (thing: Thing) => string | undefined,
  keyAfter: (thing: Thing) => string | undefined,
  only: boolean | 'even',
  paired: (before: Thing, after: Thing) => void = () => {},
  fits: (before: Thing, after: Thing) => boolean = () => true,
): void {
  const groups = new Map<string, { before: Thing[]; after: Thing[] }>();
  for (const thing of before) {
    const key = pairs.afterOf(thing) ? undefined : keyBefore(thing);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.before.push(thing);
    else groups.set(key, { before: [thing], after: [] });
  }
  // What only the other side has finds no partner, so it needs no group.
  for (const thing of after) {
    const key = pairs.beforeOf(thing) ? undefined : keyAfter(thing);
    const group = key === undefined ? undefined : groups.get(key);
    if (group) group.after.push(thing);
  }
  for (const group of groups.values()) {
    if (only && group.before.length !== group.after.length) continue;
    if (only === true && group.before.length !== 1) continue;
    const count = Math.min(group.before.length, group.after.length);
    for (let i = 0; i < count; i++) {
      const [one, other] = [group.before[i]!, group.after[i]!];
      if (fits(one, other) && pairs.pair(one, other)) paired(one, other);
    }
  }
}
