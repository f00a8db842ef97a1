import type { Actor } from '../platform/http/protocol/person.answer.js';

/** Data of a server-sent event named `version`. */
export interface Update {
  /** The stream that got a new version: its kind, a hyphen and its id, e.g. `process-kap`. */
  stream: string;
  /** Id of the process, where the stream is one of a process. */
  process?: string;
  version: number;
  type: string;
  actor: Actor;
}
