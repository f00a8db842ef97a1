/** A part of a list. */
export interface Page<T> {
  items: T[];
  /** Value for `after` that gives the next page; absent on the last. */
  next?: string;
}
