/** Why a stream is shown as it stood before an event that is foreign or could not be understood. */
export interface ParkedAt {
  /** Version of that event. */
  version: number;
  reason: string;
  /** Whether the event is foreign. */
  foreign?: true;
}
