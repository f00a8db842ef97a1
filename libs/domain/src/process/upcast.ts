import { toCurrentShape, type OlderShapes, type StoredShape } from '../upcast.js';
import { PROCESS_EVENTS, type ProcessEvent } from './events.js';

/** Empty, because no released shape has changed yet. */
const OLDER_SHAPES: OlderShapes = [];

/**
 * The schema version of the current shapes. Events are sealed with it, and a read model that was built with
 * another one must be built again.
 */
export const PROCESS_SCHEMA_VERSION = OLDER_SHAPES.length + 1;

/**
 * An event from the log in its current shape. Everything that reads the log calls this first, so that no
 * other code knows older shapes.
 * @throws Error when this program does not know the event; its process is then parked
 */
export function upcastProcessEvent(stored: StoredShape, older: OlderShapes = OLDER_SHAPES): ProcessEvent {
  return toCurrentShape(PROCESS_EVENTS, older, stored);
}
