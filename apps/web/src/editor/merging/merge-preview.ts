import { compareDiagrams, mergeDiagrams } from '#bpmn';
import type { DiagramChange, MergeConflict } from '#contract';
import { placesIn, type Places } from '../../process/sentences/places.js';

/** What bringing two drawings together will do, before anybody decides. */
export interface MergePreview {
  conflicts: MergeConflict[];
  /** What the others changed since, and so comes along. */
  comesAlong: DiagramChange[];
  /** Whether anything of the drawing alone comes along. */
  layoutComesAlong: boolean;
  places: Places;
}

/**
 * Looks whether a drawing goes together with what was saved since.
 * @param base the drawing that both were made on
 * @throws Error where one of the three is no BPMN that can be merged
 */
export function previewOf(base: string, mine: string, theirs: string): MergePreview {
  const { conflicts } = mergeDiagrams(base, mine, theirs);
  const { changes, layout } = compareDiagrams(base, theirs);
  return {
    conflicts,
    comesAlong: changes,
    layoutComesAlong: layout.moved.length > 0 || layout.shifted !== undefined,
    places: placesIn(mine, theirs, base),
  };
}
