import { standing } from '../facts.js';
import { SeenRefusal } from '../seen.js';
import { bounded, toFreeText } from '../texts.js';
import type { MergeChoice, ProcessEvent, StoredDiagram } from './events.js';
import type { ProcessFactValues } from './facts.js';
import { PROCESS_LIMITS } from './input-rules.js';
import { withIds, type HeldAgainst, type IdsAnswer } from './moved-ids.js';
import { assertOpen, assertSeen, processNameOf, type OnProcess } from './preconditions.js';
import { ProcessRefusal } from './process-refusal.js';
import type { ProcessState } from './state.js';

/* Merging a diagram that was made on an earlier version with the diagram saved since. */

/** A person's own diagram, and the version it was made on. */
export interface Mine extends OnProcess {
  base: number;
  mine: StoredDiagram;
}

/**
 * The diagram in force, to merge `mine` with; undefined where there is none yet. As with a save, the bytes
 * that are already there are accepted whichever version was seen.
 * @throws Refusal when the process takes no decisions, the base is not one of its versions, or the diagram
 * changed after the version seen
 */
export function diagramToMergeWith(
  state: ProcessState,
  { base, mine, ...command }: Mine,
): ProcessFactValues['diagram'] | undefined {
  assertOpen(state, command);
  if (base < 1 || base > state.version)
    throw new ProcessRefusal('versionUnknown', {
      name: processNameOf(state),
      asked: base,
      version: state.version,
    });
  const inForce = standing(state, 'diagram');
  if (inForce?.digest !== mine.digest) assertSeen(state, command, 'diagram');
  return inForce;
}

export interface MergeDiagram extends Mine {
  /** The merged diagram, which was checked before. */
  result: StoredDiagram;
  /** The version that saved the diagram with which `mine` was merged. */
  mergedWith: number;
  choices: MergeChoice[];
  note?: string;
  /** What the person said of ids that changed hands. */
  ids?: IdsAnswer;
}

/**
 * Records a version of the diagram that holds the work of both. A result that is already there records
 * nothing.
 * @param held what the matching says of the ids that decisions name, for the result
 * @throws Refusal when the merge used another diagram than the one in force, since the result would overwrite
 * what was saved after it; or when ids changed hands and nobody said what that means
 */
export function mergeDiagram(
  state: ProcessState,
  command: MergeDiagram,
  held: readonly HeldAgainst[] = [],
): ProcessEvent[] {
  const { base, mine, result, mergedWith } = command;
  const inForce = diagramToMergeWith(state, command);
  if (inForce?.version !== mergedWith) {
    throw new SeenRefusal('seenStale', {
      name: processNameOf(state),
      resource: 'process.diagram',
      key: '',
      changed: inForce?.version ?? 0,
      seen: mergedWith,
    });
  }
  if (inForce.digest === result.digest) return [];
  const choices = bounded('choices', command.choices, PROCESS_LIMITS.choices);
  const note = command.note === undefined ? undefined : toFreeText('note', command.note);
  const data = { base, mergedWith, mine, diagram: result, choices, ...(note && { note }) };
  return withIds(state, command, held, { type: 'DiagramMerged', data });
}
