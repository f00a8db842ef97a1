/** An object of the file, as the drawing library holds it, or one of its lists. */
type Held = Record<string, unknown> | unknown[];

/** What every object of a file held at one moment. */
export type Memory = Map<Held, Held>;

/** Objects that one change touched, as they were before it and after. */
export interface Remembered {
  before: Memory;
  after: Memory;
}

/** Notes what a file holds: its own parts, all they refer to, and the order of everything. */
export function memoryOf(file: object): Memory {
  const memory: Memory = new Map();
  const waiting: Held[] = [file as Held];
  for (let held = waiting.pop(); held; held = waiting.pop()) {
    if (memory.has(held)) continue;
    const copy = copyOf(held);
    memory.set(held, copy);
    for (const value of Object.values(copy)) if (isPartOfFile(value)) waiting.push(value);
  }
  return memory;
}

/** Keeps of two moments only what differs between them. */
export function changeBetween(before: Memory, after: Memory): Remembered {
  const change: Remembered = { before: new Map(), after: new Map() };
  for (const held of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(held), after.get(held)];
    if (was && is && same(was, is)) continue;
    if (was) change.before.set(held, was);
    // What the change took out of the file is left as it is.
    change.after.set(held, is ?? copyOf(held));
  }
  return change;
}

/** A moment with one change made or taken back: `to` holds instead of what it says `from` held. */
export function withChange(memory: Memory, from: Memory, to: Memory): Memory {
  const changed = new Map(memory);
  for (const held of from.keys()) changed.delete(held);
  for (const [held, then] of to) changed.set(held, then);
  return changed;
}

/** Gives every object back what it held then. */
export function restore(memory: Memory): void {
  for (const [held, then] of memory) {
    if (Array.isArray(held)) held.splice(0, held.length, ...(then as unknown[]));
    else if (!same(copyOf(held), then)) restoreValues(held, then as Record<string, unknown>);
  }
}

function restoreValues(held: Record<string, unknown>, then: Record<string, unknown>): void {
  for (const name of namesIn(held)) {
    // Other attributes are written in the order in which they came.
    if (name in then && '$type' in held) continue;
    if (Reflect.deleteProperty(held, name)) continue;
    // The library does not let go of a member it has made: an empty list or the default says as much as none.
    if (Array.isArray(held[name])) held[name].length = 0;
    else held[name] = Reflect.get(Object.getPrototypeOf(held), name);
  }
  for (const [name, value] of Object.entries(then)) if (held[name] !== value) held[name] = value;
}

/** What an object holds beside what it is: `$parent` and `$attrs` count, its type does not. */
const namesIn = (held: Record<string, unknown>): string[] =>
  Object.getOwnPropertyNames(held).filter(
    (name) => Object.getOwnPropertyDescriptor(held, name)?.writable || name === '$attrs',
  );

const copyOf = (held: Held): Held =>
  Array.isArray(held) ? [...held] : Object.fromEntries(namesIn(held).map((name) => [name, held[name]]));

const same = (one: Held, other: Held): boolean => {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => name in other && Reflect.get(one, name) === Reflect.get(other, name))
  );
};

/** Lists, what the library made for an element of the file, and the plain object of its other attributes. */
function isPartOfFile(value: unknown): value is Held {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || '$type' in value || Object.getPrototypeOf(value) === Object.prototype;
}
