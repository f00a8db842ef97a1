import type { ObjectShape, TypeOf } from './shapes.js';

/** The events of an aggregate: the shape of the data, by event type. */
export type EventShapes = Readonly<Record<string, ObjectShape>>;

/** Any one event of these shapes. */
export type EventOf<S extends EventShapes> = {
  [Type in keyof S & string]: { type: Type; data: TypeOf<S[Type]> };
}[keyof S & string];

/** The names of the members that hold free text in some event. */
export function freeTextMembers(shapes: EventShapes): ReadonlySet<string> {
  return new Set(
    Object.values(shapes).flatMap(({ members }) =>
      Object.keys(members).filter((name) => members[name]!.freeText),
    ),
  );
}
