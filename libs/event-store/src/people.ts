/** A person behind a pseudonymous id. */
export interface NamedPerson {
  id: string;
  name: string;
}

/** Names of people. They are kept beside the log, never in it, so that they can be erased. */
export interface PeopleStore {
  /** Stores the name of a person. It replaces an earlier name under the same id. */
  put(person: NamedPerson): Promise<void>;
  get(id: string): Promise<NamedPerson | undefined>;
  /** All people, in the order of their ids. */
  all(): Promise<NamedPerson[]>;
  /** Removes a name without a trace in the store's files. An unknown id is not an error. */
  erase(id: string): Promise<void>;
}
