import type { ChangeKind, DiagramChange } from './comparison.js';
import { Told } from '../../told.js';
import type { Pairs } from '../matching/pairs.js';
import { clippedApart, copied } from '../../keys.js';
import { MAX_COPIED_NAME, MAX_NAME_LENGTH } from '../../xml/limits.js';
import type { Reading } from '../side/content.js';
import { called, shownName } from '../side/side.js';
import type { Thing } from '../side/side.js';
import { expanded } from '../side/written.js';

/** What a comparison is made with, and the changes found so far. */
export class ChangeList {
  readonly told = new Told<DiagramChange>();
  /** Things with a change of their own beside their name; a group's name is a reference. */
  readonly changed = new Set<Thing>();

  constructor(
    readonly pairs: Pairs,
    /**
     * Either side with ids in vendors' values put into the words of the other side, as they stand, and with
     * prefixes too as they stand.
     */
    readonly readings: Record<
      'before' | 'after' | 'beforeLiteral' | 'afterLiteral' | 'beforeWritten' | 'afterWritten',
      Reading
    >,
  ) {}

  /** Notes a change of a thing that both sides have, or one has. */
  add(kind: ChangeKind, before: Thing | undefined, after: Thing | undefined, values: Values = {}): void {
    const apart = readApart(values);
    if (!apart) return;
    const thing = (after ?? before)!;
    if (kind !== 'renamed' || thing.kind.family === 'group')
      for (const one of [before, after]) if (one) this.changed.add(one);
    this.told.add({
      kind,
      elementId: thing.id ?? '',
      elementName: copied(shownName(thing)),
      elementType: thing.element.local,
      ...apart,
    });
  }

  /**
   * Notes that something refers to another thing than before; says nothing where it is the same on both
   * sides.
   */
  refer(
    kind: ChangeKind,
    property: string | undefined,
    [before, one]: [Thing, string | undefined],
    [after, other]: [Thing, string | undefined],
  ): void {
    const [a, b] = [this.meant(before, one, true), this.meant(after, other, false)];
    if (a === undefined ? b === undefined : b !== undefined && this.sameReference(a, b)) return;
    this.add(kind, before, after, {
      ...(property !== undefined && { property }),
      ...(a && { before: a.shown, ...(a.thing?.id !== undefined && { beforeId: a.thing.id }) }),
      ...(b && { after: b.shown, ...(b.thing?.id !== undefined && { afterId: b.thing.id }) }),
    });
  }

  private meant(from: Thing, ref: string | undefined, isBefore: boolean): Meant | undefined {
    const raw = ref?.trim();
    if (raw === undefined || raw === '') return undefined;
    const thing = (isBefore ? this.pairs.before : this.pairs.after).resolve(raw, from);
    return {
      raw,
      expanded: expanded(raw, from.scope),
      shown: thing ? called(thing) : raw,
      ...(thing && { thing }),
    };
  }

  private sameReference(a: Meant, b: Meant): boolean {
    if (a.thing && b.thing) {
      if (this.pairs.afterOf(a.thing) === b.thing) return true;
      // Where an id stands twice nobody knows which is meant, so the words decide.
      return !(a.thing.unique && b.thing.unique) && a.raw === b.raw;
    }
    return a.raw === b.raw || a.expanded === b.expanded;
  }
}

type Values = Partial<Pick<DiagramChange, 'property' | 'before' | 'after' | 'beforeId' | 'afterId'>>;

/**
 * Values of a length that lists carry, told so that they read apart; undefined where they cannot, since then
 * nothing could be seen. A value that names an element is shorter: the element says its name itself.
 */
function readApart(values: Values): Values | undefined {
  const { before, after, beforeId, afterId } = values;
  const most = beforeId === undefined && afterId === undefined ? MAX_NAME_LENGTH : MAX_COPIED_NAME;
  if (before !== undefined && before === after) {
    if (beforeId === undefined || afterId === undefined || beforeId === afterId) return undefined;
    return { ...values, before: `${copied(before)} (${beforeId})`, after: `${copied(after)} (${afterId})` };
  }
  const [was, is] = clippedApart([before ?? null, after ?? null], most);
  return { ...values, ...(was != null && { before: was }), ...(is != null && { after: is }) };
}

interface Meant {
  raw: string;
  expanded: string;
  shown: string;
  thing?: Thing;
}
