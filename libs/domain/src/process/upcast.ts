import { toCurrentShape, type OlderShapes, type StoredShape } from '../upcast.js';
import { PROCESS_EVENTS, type ProcessEvent } from './events.js';

/**
 * Empty, because no released shape has changed yet. The first entry also needs events to be sealed with schema
 * version 2, and the read model to be built anew.
 */
const OLDER_SHAPES: OlderShapes = [];

/**
 * An event from the log in its current shape. Whoever reads the log calls this first; nothing behind it knows
 * older shapes.
 * @throws Error when this program does not know the event; its process is then parked
 */
export function upcastProcessEvent(stored: StoredShape, older: OlderShapes = OLDER_SHAPES): ProcessEvent {
  return toCurrentShape(PROCESS_EVENTS, older, stored);
}
