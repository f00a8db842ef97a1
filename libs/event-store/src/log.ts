import type { PeopleStore } from './people.js';
import type { EventStore } from './port.js';

/** An open log, on any engine. */
export interface Log {
  /** Closing it releases the engine, including the names of people. */
  events: EventStore;
  people: PeopleStore;
}

/** A log that is open for reading only. Another process may be writing it. */
export interface LogToRead {
  events: Pick<EventStore, 'readAll' | 'readAllRaw' | 'lastPosition' | 'comparePositions' | 'close'>;
  people: Pick<PeopleStore, 'all'>;
}
