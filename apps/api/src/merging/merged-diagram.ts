import { declaredUtf8, type Conflict } from '#bpmn';
import { PROCESS_LIMITS, type MergeChoice, type StoredDiagram } from '#domain';
import { ProblemException } from '../platform/http/problems/problem-exception.js';
import { diagramText, type DiagramWork, type SavedDiagram, storable } from '../diagrams/index.js';
import { MERGE_PROBLEMS } from './merge.problems.js';

/** What one person made, and what it was made on. */
export interface Sent {
  base: SavedDiagram;
  mine: { bytes: Uint8Array; diagram: StoredDiagram };
  choices: MergeChoice[];
}

/**
 * What comes of bringing a diagram together with the one in force: the bytes as they were sent where nothing
 * was saved since, else UTF-8.
 * @param name of the process
 * @returns undefined where it is what is there already
 * @throws ProblemException 409 with all conflicts, when one is left without a choice or a choice fits none;
 * 409 with their number, when they are more than one can choose on;
 * 413 when the result is too large, 400 when it breaks a bound that each of the two kept
 */
export async function mergedDiagram(
  work: DiagramWork,
  { base, mine, choices }: Sent,
  theirs: SavedDiagram,
  name: string,
): Promise<StoredDiagram | undefined> {
  const texts = [diagramText(base.bytes), diagramText(mine.bytes), diagramText(theirs.bytes)] as const;
  const merging = await work.do('merge', ...texts, choices);
  const { text, conflicts, outdated } = merging;
  if (conflicts.length > 0 || outdated.length > 0) {
    const whole = choices.length > 0 ? await work.do('merge', ...texts, []) : merging;
    const all = together(whole.conflicts, conflicts);
    const { left = 0 } = whole;
    if (left > 0 || all.length > PROCESS_LIMITS.choices)
      throw new ProblemException(MERGE_PROBLEMS.mergeTooManyConflicts, {
        params: { name, count: all.length + left, most: PROCESS_LIMITS.choices, version: theirs.version },
        members: { version: theirs.version },
      });
    const kind = outdated.length > 0 ? MERGE_PROBLEMS.mergeChoicesOutdated : MERGE_PROBLEMS.mergeConflicts;
    throw new ProblemException(kind, {
      params: { name, count: all.length, version: theirs.version },
      members: { version: theirs.version, conflicts: all },
    });
  }
  if (text === texts[1]) return mine.diagram;
  if (text === texts[2]) return undefined;
  return storable(Buffer.from(declaredUtf8(text)), work);
}

/** Conflicts with a choice stay in the list, so that the next attempt shows all of them. */
function together(all: readonly Conflict[], left: readonly Conflict[]): Conflict[] {
  const known = new Set(all.map(({ id }) => id));
  return [...all, ...left.filter(({ id }) => !known.has(id))];
}
