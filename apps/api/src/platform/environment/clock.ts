/** The current time. Tests put a clock of their own in its place. */
export class Clock {
  now(): Date {
    return new Date();
  }
}
