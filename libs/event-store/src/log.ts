import type { PeopleStore } from './people.js';
import type { EventStore } from './port.js';

/** An opened log, whatever its engine. */
export interface Log {
  /** Closing it gives the engine free, names of people included. */
  events: EventStore;
  people: PeopleStore;
}

/** An opened log that is only looked at: it may be another process that writes it. */
export interface LogToRead {
  events: Pick<EventStore, 'readAll' | 'lastPosition' | 'comparePositions' | 'close'>;
  people: Pick<PeopleStore, 'all'>;
}
