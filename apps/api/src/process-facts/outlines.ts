import { LRUCache } from 'lru-cache';
import type { Outline } from '#bpmn';
import type { KeptOutline } from './outline-text.js';
import type { OpenFile } from '../platform/projections/unit/open-file.js';

/**
 * Number of parsed outlines in memory: all current diagrams of a municipality, and older versions that are
 * looked at.
 */
const KEPT = 128;

/** An element as the history names it. */
type Names = ReadonlyMap<string, string>;

/** Reads the outline of each diagram, by digest. */
export class Outlines {
  private readonly named = new WeakMap<Outline, Names>();
  private readonly kept = new LRUCache<string, KeptOutline>({ max: KEPT });
  private readonly statement;

  constructor({ db }: OpenFile) {
    this.statement = db.prepare('SELECT outline FROM outlines WHERE digest = ?');
  }

  get(digest: string): KeptOutline | undefined {
    const outline = this.kept.get(digest) ?? this.read(digest);
    if (outline) this.kept.set(digest, outline);
    return outline;
  }

  /**
   * Name of a step or flow in a diagram. A flow without one is named by the steps that it connects.
   */
  elementName(digest: string, id: string): string | undefined {
    const outline = this.get(digest);
    if (!outline) return undefined;
    const names = this.named.get(outline) ?? namesIn(outline);
    this.named.set(outline, names);
    return names.get(id) || undefined;
  }

  private read(digest: string): KeptOutline | undefined {
    const row = this.statement.get(digest);
    return row && (JSON.parse(row['outline'] as string) as KeptOutline);
  }
}

/** Most flows have no name, so they are named by the steps that they connect. */
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
