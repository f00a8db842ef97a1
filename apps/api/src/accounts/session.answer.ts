import { Person } from '../platform/http/protocol/person.answer.js';

export class PeopleAnswer {
  /** The people (personen). */
  items: Person[];
}

export class Session {
  /** Who is signed in (persoon). */
  person: Person;

  /**
   * True when the people of the demonstration (demonstratie) are in force.
   * @example true
   */
  demo: boolean;
}
