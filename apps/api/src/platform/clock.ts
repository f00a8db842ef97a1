/** The time of day, as one part that a test can put in the place of. */
export class Clock {
  now(): Date {
    return new Date();
  }
}
