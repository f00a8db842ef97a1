/** Why a stream is shown as it stood before an event that could not be understood, or is none of ours. */
export interface Parked {
  /** Version of that event. */
  version: number;
  reason: string;
  /** Whether the event is none of ours. */
  foreign?: true;
}
