/** A kind of thing that people or policies write to. Each thing has its own stream. */
export interface SubjectKind {
  /** For example `process`. It names the id where requests are compared. */
  name: string;
  /** The path below `/api/v1`, for example `processes`. */
  collection: string;
  stream(id: string): string;
  /**
   * The scope of an `Idempotency-Key`, besides its person. If left out, the stream. For processes it is
   * the bare id, because clients in use rely on that.
   */
  keyScope?(id: string): string;
}

/** One thing that is written to. */
export interface Subject {
  kind: SubjectKind;
  id: string;
}

/** The id of the thing that has this stream, or undefined when the stream is of another kind. */
export function idOf(kind: SubjectKind, stream: string): string | undefined {
  const prefix = kind.stream('');
  return stream.startsWith(prefix) ? stream.slice(prefix.length) : undefined;
}
