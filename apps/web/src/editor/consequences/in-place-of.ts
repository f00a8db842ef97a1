import { idsLater } from '#bpmn';
import type { Standing } from '../../canvas/diagram/standing.js';
import { standingOfText } from './standing-of-text.js';

/**
 * What a text changes when it comes in place of the saved drawing, by the ids of the saved drawing: a tool
 * may have given its steps other ids. Undefined where there is nothing to compare.
 */
export function inPlaceOf(saved: string | undefined, text: string): [Standing, Standing] | undefined {
  if (saved === undefined) return undefined;
  const former = new Map<string, string>();
  for (const [id, now] of idsLater(saved, text)) if (now !== undefined) former.set(now, id);
  const before = standingOfText(saved);
  const after = standingOfText(text, (id) => former.get(id) ?? `new ${id}`);
  return before && after && [before, after];
}
