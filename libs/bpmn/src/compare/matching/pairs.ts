import type { Side, Thing } from '../side/side.js';

/** Which thing of one side is which of the other. */
export class Pairs {
  private readonly toAfter: (Thing | undefined)[];
  private readonly toBefore: (Thing | undefined)[];
  /** What was open when it was last asked: less and less, while all things would be many. */
  private leftBefore: Thing[];
  private leftAfter: Thing[];
  /** How many pairs there are. */
  size = 0;

  constructor(readonly before: Side, readonly after: Side) {
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

/** Pairs things of either side that have the same key, in the order of the file; `only` asks for a key that each side has once. */
export function pairByKey(pairs: Pairs, before: Thing[], after: Thing[], keyBefore: (thing: Thing) => string | undefined, keyAfter: (thing: Thing) => string | undefined,
  only: boolean, paired: (before: Thing, after: Thing) => void = () => {}, fits: (before: Thing, after: Thing) => boolean = () => true): void {
  const groups = new Map<string, { before: Thing[]; after: Thing[] }>();
  const gather = (things: Thing[], side: 'before' | 'after', keyOf: (thing: Thing) => string | undefined) => {
    for (const thing of things) {
      const key = (side === 'before' ? pairs.afterOf(thing) : pairs.beforeOf(thing)) ? undefined : keyOf(thing);
      if (key === undefined) continue;
      let group = groups.get(key);
      if (!group) groups.set(key, (group = { before: [], after: [] }));
      group[side].push(thing);
    }
  };
  gather(before, 'before', keyBefore);
  gather(after, 'after', keyAfter);
  for (const group of groups.values()) {
    if (only && (group.before.length !== 1 || group.after.length !== 1)) continue;
    const count = Math.min(group.before.length, group.after.length);
    for (let i = 0; i < count; i++) {
      const [one, other] = [group.before[i]!, group.after[i]!];
      if (fits(one, other) && pairs.pair(one, other)) paired(one, other);
    }
  }
}
