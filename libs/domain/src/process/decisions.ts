import type { ProcessEvent, StoredDiagram } from './events.js';
import { assertOpen, assertSeen, nameOf, type OnProcess } from './preconditions.js';
import { Refusal } from './refusal.js';
import { standing, type ProcessState } from './state.js';
import { freeText, isReservedMilestoneName, properName } from './texts.js';

/* Decisions about a process as a whole: from its state and a command to the events that record it. */

export interface RegisterProcess {
  process: string;
  name: string;
  domain: string;
  caseType?: string;
}

/** A new process. @throws Refusal when the id is taken */
export function registerProcess(state: ProcessState, command: RegisterProcess): ProcessEvent[] {
  if (state.version > 0) throw new Refusal('processExists', { process: command.process });
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

/** Another name; the name that it has already records nothing. */
export function renameProcess(state: ProcessState, command: RenameProcess): ProcessEvent[] {
  assertOpen(state, command);
  const name = properName('name', command.name);
  const reason = freeText('reason', command.reason);
  if (name === nameOf(state)) return [];
  assertSeen(state, command, 'name');
  return [{ type: 'ProcessRenamed', data: { name, reason } }];
}

export interface RetireProcess extends OnProcess {
  reason: string;
}

/** From here on the process is shown, and takes no further decisions. */
export function retireProcess(state: ProcessState, command: RetireProcess): ProcessEvent[] {
  assertOpen(state, command);
  assertSeen(state, command, 'retirement');
  return [{ type: 'ProcessRetired', data: { reason: freeText('reason', command.reason) } }];
}

export interface NameOwner extends OnProcess {
  person: string;
  reason: string;
}

/** Who owns the process; `person` is the pseudonymous id of somebody who exists. */
export function nameOwner(state: ProcessState, command: NameOwner): ProcessEvent[] {
  assertOpen(state, command);
  assertSeen(state, command, 'owner');
  return [
    {
      type: 'ProcessOwnerNamed',
      data: { person: command.person, reason: freeText('reason', command.reason) },
    },
  ];
}

export interface SaveDiagram extends OnProcess {
  diagram: StoredDiagram;
  note?: string;
}

/**
 * A new version of the diagram, already checked. Bytes that are there already record nothing, whatever was
 * seen (http.md, "What one has seen").
 * @throws Refusal when the diagram changed since the version seen, or none was named
 */
export function saveDiagram(state: ProcessState, command: SaveDiagram): ProcessEvent[] {
  assertOpen(state, command);
  if (command.seen === undefined)
    throw new Refusal('seenMissing', { name: nameOf(state), version: state.version });
  if (standing(state, 'diagram')?.digest === command.diagram.digest) return [];
  assertSeen(state, command, 'diagram');
  const note = command.note === undefined ? undefined : freeText('note', command.note);
  return [{ type: 'DiagramSaved', data: { diagram: command.diagram, ...(note && { note }) } }];
}

export interface NameMilestone extends OnProcess {
  name: string;
  version?: number;
}

/**
 * A name for a version, the newest where none is given.
 * @throws Refusal when the name is taken or kept free, or there is no such version
 */
export function nameMilestone(state: ProcessState, command: NameMilestone): ProcessEvent[] {
  assertOpen(state, command);
  const name = properName('name', command.name);
  if (isReservedMilestoneName(name)) throw new Refusal('milestoneNameReserved', { milestone: name });
  const version = command.version ?? state.version;
  if (version < 1 || version > state.version)
    throw new Refusal('versionUnknown', { name: nameOf(state), asked: version, version: state.version });
  assertSeen(state, command, 'milestone', name);
  const taken = standing(state, 'milestone', name);
  if (taken) throw new Refusal('milestoneTaken', { milestone: name, version: taken.version });
  return [{ type: 'MilestoneNamed', data: { name, version } }];
}
