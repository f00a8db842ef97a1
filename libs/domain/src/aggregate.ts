import { freeTextMembers, type EventOf, type EventShapes } from './events.js';
import { toCurrentShape, type OlderShapes, type StoredShape } from './upcast.js';

/** What an aggregate declares once. */
interface Declaration<Shapes extends EventShapes, State> {
  /** One word. The log and the clients hold it, so it never changes. */
  name: string;
  /** The current shapes of its events. */
  events: Shapes;
  /** The way from the released shapes to the current ones. */
  older: OlderShapes;
  /** The state before the first event. */
  initial: State;
  /** Pure. The state after one more event. */
  evolve(state: State, event: EventOf<Shapes>): State;
}

interface AnyEvent {
  type: string;
  data: object;
}

/** All that writing, reading and policies must know of an aggregate. */
export interface Aggregate<State = unknown, Event extends AnyEvent = AnyEvent> {
  readonly name: string;
  /** What the names of its streams begin with, up to the first hyphen. */
  readonly prefix: string;
  readonly events: EventShapes;
  /**
   * The schema version of the current shapes. Its events are sealed with it, and a read model that was built
   * with another one is built again.
   */
  readonly schemaVersion: number;
  /** The names of the members that hold free text. */
  readonly freeTexts: ReadonlySet<string>;
  readonly initial: State;
  /** The stream that holds the events of one of them. */
  stream(id: string): string;
  /**
   * A stored event in its current shape, with the same data object if nothing changed. Everything that reads
   * the log calls this first, so that no other code knows older shapes.
   * @throws Error when this program does not know the event; its stream is then parked
   */
  current(stored: StoredShape): Event;
  evolve(state: State, event: Event): State;
}

/** Makes an aggregate of its declaration. @throws Error when the name is not one word */
export function aggregate<Shapes extends EventShapes, State>({
  name,
  events,
  older,
  initial,
  evolve,
}: Declaration<Shapes, State>): Aggregate<State, EventOf<Shapes>> {
  if (name.includes('-')) throw new Error(`${name} is no name for an aggregate: a hyphen ends it.`);
  const prefix = `${name}-`;
  return {
    name,
    prefix,
    events,
    schemaVersion: older.length + 1,
    freeTexts: freeTextMembers(events),
    initial,
    stream: (id) => prefix + id,
    current: (stored) => toCurrentShape(events, older, stored),
    evolve,
  };
}
