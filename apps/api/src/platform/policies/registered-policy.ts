import type { Policy, Task } from '#domain';
import type { SubjectKind } from '../writing/subject.js';
import type { Writing } from '../writing/writing.js';

/** By whom, under which id and because of what a task is carried out: all of a write but its subject. */
export type Automatic = Required<Pick<Writing<{ id: string }>, 'actor' | 'commandId' | 'cause'>>;

/** A policy with what the runner needs to carry out its tasks. */
export interface RegisteredPolicy<S = unknown, T extends Task = Task> {
  /** Part of the command ids, so it never changes. */
  name: string;
  /** The things whose states it looks at. */
  kind: SubjectKind;
  policy: Policy<S, T>;
  /** The newest state that the log holds. */
  state(id: string): Promise<S>;
  /**
   * Carries a task out. This may happen several times, and on several instances at once; whatever it writes
   * has the command id given, or one derived from it, so that only the first time writes anything.
   * What can be expected to be refused is no error: a task that has to wait for somebody leaves it at that.
   */
  carryOut(task: T, id: string, by: Automatic): Promise<unknown>;
}
