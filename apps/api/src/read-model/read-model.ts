import type { Outline } from '#bpmn';
import type { Actor } from '#contract';
import type { ProcessState } from '#domain';
import type { EventStore, Position } from '#event-store';

/** A process as the read side knows it, with what the next event of it must follow on. */
export interface KnownProcess {
  state: ProcessState;
  /** Hash of its newest event, hex. */
  hash: string;
  /** Time of its newest event. */
  at: string;
}

export interface KnownCommand {
  stream: string;
  /** The stream's version after the command. */
  version: number;
  requestDigest: string;
}

/** Why a process is shown as it stood before an event that could not be read. */
export interface Parked {
  /** Version of the event that could not be read. */
  version: number;
  reason: string;
}

/** The read side did not come to a position within the time given. */
export class NotCaughtUp extends Error {
  constructor(readonly position: Position) {
    super(`The read model has not come to position ${position} yet.`);
    this.name = 'NotCaughtUp';
  }
}

/** What is known of all processes, kept in one disposable file that follows the log. */
export abstract class ReadModel {
  /** The newest state of a process, or undefined when there is none. */
  abstract processState(id: string): KnownProcess | undefined;
  /** What a command did, if it was carried out before. */
  abstract findCommand(commandId: string): KnownCommand | undefined;
  /**
   * Resolves when everything up to a position can be read here.
   * @throws NotCaughtUp when that takes longer than `timeoutMs`
   * @throws RangeError when it is not a position of this log
   */
  abstract caughtUp(position: Position, timeoutMs: number): Promise<void>;
  /** What was read from the diagram with these bytes (SHA-256, hex). */
  abstract outline(digest: string): Outline | undefined;
  /** Id and name of a person; the id twice where the name is unknown or erased. */
  abstract person(id: string): Actor;
  /** Whether, and why, a process is stale. */
  abstract parked(id: string): Parked | undefined;
  /** Catches up with the log, then follows it; resolves when all that the log held at the start can be read. */
  abstract start(store: EventStore): Promise<void>;
  abstract stop(): Promise<void>;
}
