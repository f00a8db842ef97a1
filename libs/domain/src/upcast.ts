import type { EventOf, EventShapes } from './events.js';
import type { ObjectShape } from './shapes.js';

/** An event as the log holds it, in the shape of the release that wrote it. */
export interface StoredShape {
  type: string;
  data: unknown;
  /** From the metadata of the event. */
  schemaVersion: number;
}

/** Turns the data of one older event into the type and data of the next schema version. */
type UpcastStep = (data: unknown) => { type: string; data: unknown };

/**
 * The steps from older shapes to the current ones. The first entry leads from schema version 1 to 2, the next
 * from 2 to 3; each holds a step for every event type that changed.
 */
export type OlderShapes = readonly ReadonlyMap<string, UpcastStep>[];

/**
 * A stored event in its current shape. The data is the very same object where no step applies.
 * @throws Error when the type is unknown or the data does not have its shape
 */
export function toCurrentShape<S extends EventShapes>(
  shapes: S,
  older: OlderShapes,
  { type, data, schemaVersion }: StoredShape,
): EventOf<S> {
  let current = { type, data };
  for (let version = schemaVersion; version <= older.length; version++)
    current = older[version - 1]?.get(current.type)?.(current.data) ?? current;
  if (!Object.hasOwn(shapes, current.type)) throw new Error(`Unknown event type ${current.type}.`);
  const shape = shapes[current.type]!;
  if (!shape.fits(current.data)) throw new Error(misfit(shape, current.data));
  return current as EventOf<S>;
}

function misfit({ members }: ObjectShape, data: unknown): string {
  if (typeof data !== 'object' || data === null) return 'its data is no object';
  const name = Object.keys(members).find((member) => {
    const { fits, unchecked } = members[member]!;
    return !unchecked && !fits((data as Record<string, unknown>)[member]);
  });
  return `its ${name} has a form that is not known here`;
}
