import type { Person } from '../protocol/person.answer.js';

/** Who may enter, by pseudonymous id. */
export class People {
  private readonly byId: ReadonlyMap<string, Person>;

  constructor(people: readonly Person[]) {
    this.byId = new Map(people.map((person) => [person.id, person]));
  }

  find(id: string): Person | undefined {
    return this.byId.get(id);
  }

  all(): Person[] {
    return [...this.byId.values()];
  }
}
