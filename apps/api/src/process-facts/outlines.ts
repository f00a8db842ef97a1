import { LRUCache } from 'lru-cache';
import type { Outline } from '#bpmn';
import type { OpenFile } from '../platform/projections/open-file.js';

/**
 * So many parsed outlines are kept: all current diagrams of a municipality, and the versions somebody leafs
 * through.
 */
const KEPT = 128;

/** An element as the history names it. */
type Names = ReadonlyMap<string, string>;

/** What was read from each diagram, by digest. */
export class Outlines {
  private readonly named = new WeakMap<Outline, Names>();
  private readonly kept = new LRUCache<string, Outline>({ max: KEPT });
  private readonly statement;

  constructor({ db }: OpenFile) {
    this.statement = db.prepare('SELECT outline FROM outlines WHERE digest = ?');
  }

  get(digest: string): Outline | undefined {
    const outline = this.kept.get(digest) ?? this.read(digest);
    if (outline) this.kept.set(digest, outline);
    return outline;
  }

  /**
   * Name of a step or flow in a diagram, if it has one there; of a flow without one, the steps it connects.
   */
  elementName(digest: string, id: string): string | undefined {
    const outline = this.get(digest);
    if (!outline) return undefined;
    const names = this.named.get(outline) ?? namesIn(outline);
    this.named.set(outline, names);
    return names.get(id) || undefined;
  }

  private read(digest: string): Outline | undefined {
    const row = this.statement.get(digest);
    return row && (JSON.parse(row['outline'] as string) as Outline);
  }
}

/** Hardly anybody names a flow, so one without a name is told by the steps that it connects. */
function namesIn({ steps, entries }: Outline): Names {
  const names = new Map(steps.map(({ key, name }) => [key, name]));
  for (const { flow, flowName, nearest, into } of entries) {
    const before = nearest.map((key) => names.get(key)).filter(Boolean);
    names.set(
      flow,
      flowName || (before.length > 0 && names.get(into) ? `${before.join(' / ')} → ${names.get(into)}` : ''),
    );
  }
  return names;
}
