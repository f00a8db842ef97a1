/** A kind of thing that people or policies write to; each thing has one stream of its own. */
export interface SubjectKind {
  /** As in `process`: names the id in what a command is recognised by. */
  name: string;
  /** Where such things are found below `/api/v1`, as in `processes`. */
  collection: string;
  stream(id: string): string;
  /**
   * What an `Idempotency-Key` is scoped by, beside its person; the stream where this is left out. Released
   * keys for processes are scoped by the bare id.
   */
  keyScope?(id: string): string;
}

/** One thing that is written to. */
export interface Subject {
  kind: SubjectKind;
  id: string;
}

/** The id of the one whose stream it is; undefined where that is of another kind. */
export function idOf(kind: SubjectKind, stream: string): string | undefined {
  const prefix = kind.stream('');
  return stream.startsWith(prefix) ? stream.slice(prefix.length) : undefined;
}
