import type { MergeChoice, ProcessEvent, StoredDiagram } from './events.js';
import type { FactValues } from './facts.js';
import { assertOpen, assertSeen, nameOf, type OnProcess } from './preconditions.js';
import { Refusal } from './refusal.js';
import { standing, type ProcessState } from './state.js';
import { bounded, freeText, LIMITS } from './texts.js';

/* Bringing a diagram made on an earlier version together with what was saved since. */

/** What somebody made, and the version it was made on. */
export interface Mine extends OnProcess {
  base: number;
  mine: StoredDiagram;
}

/**
 * The diagram in force, with which `mine` is to be brought together; undefined where there is none yet. Bytes
 * that are already there are never refused for what was seen, as with a save.
 * @throws Refusal when the process takes no decisions, the base is no version of it, or the diagram changed
 * after the version seen
 */
export function diagramToMergeWith(
  state: ProcessState,
  { base, mine, ...command }: Mine,
): FactValues['diagram'] | undefined {
  assertOpen(state, command);
  if (base < 1 || base > state.version)
    throw new Refusal('versionUnknown', { name: nameOf(state), asked: base, version: state.version });
  const inForce = standing(state, 'diagram');
  if (inForce?.digest !== mine.digest) assertSeen(state, command, 'diagram');
  return inForce;
}

export interface MergeDiagram extends Mine {
  /** What came of it, already checked. */
  result: StoredDiagram;
  /** The version that saved the diagram it was made of beside `mine`. */
  mergedWith: number;
  choices: MergeChoice[];
  note?: string;
}

/**
 * A new version of the diagram that holds the work of both. A result that is there already records nothing.
 * @throws Refusal when the result was made with another diagram than the one in force: it would overwrite
 * what was saved since
 */
export function mergeDiagram(state: ProcessState, command: MergeDiagram): ProcessEvent[] {
  const { base, mine, result, mergedWith } = command;
  const inForce = diagramToMergeWith(state, command);
  if (inForce?.version !== mergedWith) {
    throw new Refusal('seenStale', {
      name: nameOf(state),
      resource: 'diagram',
      key: '',
      changed: inForce?.version ?? 0,
      seen: mergedWith,
    });
  }
  if (inForce.digest === result.digest) return [];
  const choices = bounded('choices', command.choices, LIMITS.choices);
  const note = command.note === undefined ? undefined : freeText('note', command.note);
  return [
    {
      type: 'DiagramMerged',
      data: { base, mergedWith, mine, diagram: result, choices, ...(note && { note }) },
    },
  ];
}
