import type { Actor } from '../protocol/person.answer.js';

/** Names of people by their pseudonymous ids. They are not in the log, so that they can be erased. */
export class Names {
  constructor(private readonly byId: ReadonlyMap<string, string>) {}

  /** Id and name of a person; the id twice if the name is unknown or erased. */
  of(id: string): Actor {
    return { id, name: this.byId.get(id) ?? id };
  }
}
