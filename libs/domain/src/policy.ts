/** Something that is to be done without a request. What it says follows from its cause alone. */
export interface Task {
  name: string;
  /** Version of the event that brings it about, in the stream whose state the policy saw. */
  cause: number;
  /** The day on which it is to be done, in Europe/Amsterdam: `2027-01-01`. If left out, at once. */
  on?: string;
}

/**
 * The tasks that are still to be done in a state. Pure and without memory: a finished task shows in the
 * state, so the policy does not ask for it again.
 */
export type Policy<S, T extends Task = Task> = (state: S) => readonly T[];
