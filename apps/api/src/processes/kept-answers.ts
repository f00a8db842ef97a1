import { LRUCache } from 'lru-cache';
import type { ProcessAnswer } from './answers/process.answer.js';

/**
 * Some hundreds of processes as they stand, for a few kinds of people each; or the largest there can be, so
 * that nobody has it made again and again. Not of the heap.
 */
const KEPT_BYTES = 40 * 1024 * 1024;

/**
 * Answers about processes as bytes, of one file of the read model. What is decided never changes, so an
 * answer follows from the version that is shown, the newest one, what blocks the process, and what the person
 * may do. The names of people stay as they are while the service runs.
 */
export class KeptAnswers {
  private readonly kept = new LRUCache<string, Buffer>({
    maxSize: KEPT_BYTES,
    sizeCalculation: ({ length }, key) => length + key.length,
  });

  /** The bytes of an answer. @param follows all that it follows from */
  bytes(follows: object, answer: () => ProcessAnswer): Buffer {
    const key = JSON.stringify(follows);
    const known = this.kept.get(key);
    if (known) return known;
    const made = Buffer.from(JSON.stringify(answer()));
    this.kept.set(key, made);
    return made;
  }
}
