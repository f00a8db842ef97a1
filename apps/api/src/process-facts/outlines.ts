import { LRUCache } from 'lru-cache';
import { copied, type Outline } from '#bpmn';
import type { KeptOutline } from './outline-text.js';
import type { OpenFile } from '../platform/projections/unit/open-file.js';

/**
 * Characters of JSON of the outlines in memory: some hundreds of the diagrams of a municipality, or the two
 * largest that there can be. Parsed, they take about three times as many bytes.
 */
const KEPT_LENGTH = 24 * 1024 * 1024;
/** Names of steps that stand for a flow without a name: a gateway may gather thousands. */
const MOST_NAMES = 5;

/** An element as the history names it. */
type Names = ReadonlyMap<string, string>;

/** Reads the outline of each diagram, by digest. */
export class Outlines {
  private readonly named = new WeakMap<Outline, Names>();
  private readonly kept = new LRUCache<string, KeptOutline>({ maxSize: KEPT_LENGTH });
  private readonly statement;

  constructor({ db }: OpenFile) {
    this.statement = db.prepare('SELECT outline FROM outlines WHERE digest = ?');
  }

  get(digest: string): KeptOutline | undefined {
    const known = this.kept.get(digest);
    if (known) return known;
    const text = this.statement.get(digest)?.['outline'] as string | undefined;
    if (text === undefined) return undefined;
    const outline = JSON.parse(text) as KeptOutline;
    this.kept.set(digest, outline, { size: text.length });
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
}

/** Most flows have no name, so they are named by the steps that they connect. */
function namesIn({ steps, entries }: Outline): Names {
  const names = new Map(steps.map(({ key, name }) => [key, name]));
  for (const { flow, flowName, nearest, into } of entries) {
    const before = nearest
      .slice(0, MOST_NAMES)
      .map((key) => copied(names.get(key) ?? ''))
      .filter(Boolean);
    names.set(
      flow,
      flowName || (before.length > 0 && names.get(into) ? `${before.join(' / ')} → ${names.get(into)}` : ''),
    );
  }
  return names;
}
