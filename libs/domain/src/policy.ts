/** Something that a policy wants done. It stays the same as long as its cause is the same. */
export interface Task {
  name: string;
  /** Version of the event that brings it about, in the stream whose state the policy saw. */
  cause: number;
  /** The day on which it is to be done, in Europe/Amsterdam: `2027-01-01`. At once where left out. */
  on?: string;
}

/**
 * What is still to be done in a state. Pure, and without a memory: a task that was carried out shows in the
 * state, so that it is not asked for again. What a task says follows from its cause alone.
 */
export type Policy<S, T extends Task = Task> = (state: S) => readonly T[];
