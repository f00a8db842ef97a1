import { standing } from '../facts.js';
import { SeenRefusal } from '../seen.js';
import { properName, toFreeText } from '../texts.js';
import type { ProcessEvent, StoredDiagram } from './events.js';
import { isReservedMilestoneName } from './input-rules.js';
import { withIds, type HeldAgainst, type IdsAnswer } from './moved-ids.js';
import { assertOpen, assertSeen, processNameOf, type OnProcess } from './preconditions.js';
import { ProcessRefusal } from './process-refusal.js';
import type { ProcessState } from './state.js';

/* Decisions about a process as a whole: a state and a command in, the events to record out. */

export interface RegisterProcess {
  process: string;
  name: string;
  domain: string;
  caseType?: string;
}

/** Registers a new process. @throws Refusal when the id is taken */
export function registerProcess(state: ProcessState, command: RegisterProcess): ProcessEvent[] {
  if (state.version > 0) throw new ProcessRefusal('processExists', { process: command.process });
  const caseType = command.caseType === undefined ? undefined : properName('caseType', command.caseType);
  return [
    {
      type: 'ProcessRegistered',
      data: { name: properName('name', command.name), domain: command.domain, ...(caseType && { caseType }) },
    },
  ];
}

export interface RenameProcess extends OnProcess {
  name: string;
  reason: string;
}

/** Gives the process another name. The name that it already has records nothing. */
export function renameProcess(state: ProcessState, command: RenameProcess): ProcessEvent[] {
  assertOpen(state, command);
  const name = properName('name', command.name);
  const reason = toFreeText('reason', command.reason);
  if (name === processNameOf(state)) return [];
  assertSeen(state, command, 'name');
  return [{ type: 'ProcessRenamed', data: { name, reason } }];
}

export interface RetireProcess extends OnProcess {
  reason: string;
}

/** Ends the process: it is still shown, and takes no more decisions. */
export function retireProcess(state: ProcessState, command: RetireProcess): ProcessEvent[] {
  assertOpen(state, command);
  assertSeen(state, command, 'retirement');
  return [{ type: 'ProcessRetired', data: { reason: toFreeText('reason', command.reason) } }];
}

export interface NameOwner extends OnProcess {
  person: string;
  reason: string;
}

/** Names the owner of the process; `person` is the pseudonymous id of somebody who exists. */
export function nameOwner(state: ProcessState, command: NameOwner): ProcessEvent[] {
  assertOpen(state, command);
  assertSeen(state, command, 'owner');
  return [
    {
      type: 'ProcessOwnerNamed',
      data: { person: command.person, reason: toFreeText('reason', command.reason) },
    },
  ];
}

export interface SaveDiagram extends OnProcess {
  diagram: StoredDiagram;
  note?: string;
  /** What the person said of ids that changed hands. */
  ids?: IdsAnswer;
}

/**
 * Saves a new version of the diagram, which was checked before. The bytes that are already there record
 * nothing, whichever version was seen.
 * @param held what the matching says of the ids that decisions name
 * @throws Refusal when the diagram changed after the version seen, the request names no version, or ids
 * changed hands and nobody said what that means
 */
export function saveDiagram(
  state: ProcessState,
  command: SaveDiagram,
  held: readonly HeldAgainst[] = [],
): ProcessEvent[] {
  assertOpen(state, command);
  if (command.seen === undefined)
    throw new SeenRefusal('seenMissing', { name: processNameOf(state), version: state.version });
  if (standing(state, 'diagram')?.digest === command.diagram.digest) return [];
  assertSeen(state, command, 'diagram');
  const note = command.note === undefined ? undefined : toFreeText('note', command.note);
  const data = { diagram: command.diagram, ...(note && { note }) };
  return withIds(state, command, held, { type: 'DiagramSaved', data });
}

export interface NameMilestone extends OnProcess {
  name: string;
  version?: number;
}

/**
 * Gives a version a name; the newest version where the command names none.
 * @throws Refusal when the name is taken or reserved, or there is no such version
 */
export function nameMilestone(state: ProcessState, command: NameMilestone): ProcessEvent[] {
  assertOpen(state, command);
  const name = properName('name', command.name);
  if (isReservedMilestoneName(name)) throw new ProcessRefusal('milestoneNameReserved', { milestone: name });
  const version = command.version ?? state.version;
  if (version < 1 || version > state.version)
    throw new ProcessRefusal('versionUnknown', {
      name: processNameOf(state),
      asked: version,
      version: state.version,
    });
  assertSeen(state, command, 'milestone', name);
  const taken = standing(state, 'milestone', name);
  if (taken) throw new ProcessRefusal('milestoneTaken', { milestone: name, version: taken.version });
  return [{ type: 'MilestoneNamed', data: { name, version } }];
}
