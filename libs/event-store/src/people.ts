/** A person behind a pseudonymous id. */
export interface NamedPerson {
  id: string;
  name: string;
}

/** Names of people: beside the log, never in it, so that they can be erased. */
export interface PeopleStore {
  /** Keeps the name of a person, replacing what was kept under the id. */
  put(person: NamedPerson): Promise<void>;
  get(id: string): Promise<NamedPerson | undefined>;
  /** Everybody, in the order of their ids. */
  all(): Promise<NamedPerson[]>;
  /** Removes a name without a trace in the store's files. An unknown id is no error. */
  erase(id: string): Promise<void>;
}
