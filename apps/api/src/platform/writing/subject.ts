import type { Aggregate } from '#domain';
import type { Texts } from '../http/problems/problem-kind.js';

/** A kind of thing that people or policies write to: an aggregate, as the API knows it. */
export interface SubjectKind<State = unknown> {
  /** Its name names the id where requests are compared. */
  aggregate: Aggregate<State>;
  /** One of them, in a sentence to those who write to it: "this toy". */
  called: Texts;
  /** The path below `/api/v1`, for example `toys`. */
  collection: string;
  /**
   * The scope of an `Idempotency-Key`, besides its person. If left out, the stream. A kind whose
   * clients rely on another scope names it.
   */
  keyScope?(id: string): string;
}

/** One thing that is written to. */
export interface Subject {
  kind: SubjectKind;
  id: string;
}

/** The id of the thing that has this stream, or undefined when the stream is of another kind. */
export function idOf({ aggregate: { prefix } }: SubjectKind, stream: string): string | undefined {
  return stream.startsWith(prefix) ? stream.slice(prefix.length) : undefined;
}
