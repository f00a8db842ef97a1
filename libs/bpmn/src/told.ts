import { MAX_TOLD_LENGTH } from './xml/limits.js';

/**
 * What is told of a diagram, in order, as long as it has no more characters than anybody can use. What comes
 * after that is only counted.
 */
export class Told<Item extends object> {
  readonly items: Item[] = [];
  /** How many more there are. */
  left = 0;
  private room = MAX_TOLD_LENGTH;

  add(item: Item): void {
    this.room -= lengthOf(item);
    if (this.room < 0) this.left++;
    else this.items.push(item);
  }
}

/** Characters of all texts in some data. */
function lengthOf(data: unknown): number {
  if (typeof data === 'string') return data.length;
  if (typeof data !== 'object' || data === null) return 0;
  return Object.values(data).reduce<number>((sum, value) => sum + lengthOf(value), 0);
}
