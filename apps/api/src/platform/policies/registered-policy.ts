import type { Policy, Task } from '#domain';
import type { SubjectKind } from '../writing/subject.js';
import type { Writing } from '../writing/writing.js';

/** Actor, command id and cause of a task: all of a write but its subject. */
export type Automatic = Required<Pick<Writing<{ id: string }>, 'actor' | 'commandId' | 'cause'>>;

/** A policy with what the runner needs to carry out its tasks. */
export interface RegisteredPolicy<S = unknown, T extends Task = Task> {
  /** Part of the command ids, so it must never change. */
  name: string;
  /** The things whose states it looks at. */
  kind: SubjectKind;
  policy: Policy<S, T>;
  /** The newest state that the log holds. */
  state(id: string): Promise<S>;
  /**
   * Carries a task out. It may be called several times, and on several instances at once. Every write must
   * use the command id given, or one derived from it, so that only the first call writes anything. An
   * expected refusal is no error: a task that has to wait for a person writes nothing and returns.
   */
  carryOut(task: T, id: string, by: Automatic): Promise<unknown>;
}
