/*
 * Small descriptions of values as the log holds them. An event is declared with them once: its TypeScript
 * type and the check on reading both follow from that.
 */

/** What a value looks like. Its TypeScript type is `TypeOf` the shape. */
export interface Shape<T> {
  /** True for a value of this shape. Members that the shape does not name may be there. */
  readonly fits: (value: unknown) => value is T;
  /** True where the value is free text, or a list of it. */
  readonly freeText?: boolean;
  /** See `unchecked`. */
  readonly unchecked?: boolean;
}
interface OptionalShape<T> extends Shape<T | undefined> {
  readonly optional: true;
}
type Members = Readonly<Record<string, Shape<unknown>>>;
export interface ObjectShape<M extends Members = Members> extends Shape<ObjectOf<M>> {
  readonly members: M;
}

/** The TypeScript type of a shape. */
export type TypeOf<S> = S extends Shape<infer T> ? T : never;
type OptionalNames<M> = { [N in keyof M]: M[N] extends { optional: true } ? N : never }[keyof M];
type ObjectOf<M> = Flat<
  { [N in Exclude<keyof M, OptionalNames<M>>]: TypeOf<M[N]> } & { [N in OptionalNames<M>]?: TypeOf<M[N]> }
>;
/** The same type, written as one object: easier to read in an editor. */
type Flat<T> = { [N in keyof T]: T[N] };

const shape = <T>(fits: (value: unknown) => boolean): Shape<T> => ({ fits: fits as Shape<T>['fits'] });

export const text = shape<string>((value) => typeof value === 'string');
export const positiveInteger = shape<number>((value) => Number.isSafeInteger(value) && (value as number) > 0);

/** One of a few fixed texts. */
export function oneOf<const V extends readonly string[]>(values: V): Shape<V[number]> {
  return shape((value) => (values as readonly unknown[]).includes(value));
}

/** A member that may be left out. */
export function optional<T>(of: Shape<T>): OptionalShape<T> {
  const fits = (value: unknown): boolean => value === undefined || of.fits(value);
  return { ...of, ...shape<T | undefined>(fits), optional: true };
}

export function listOf<T>(of: Shape<T>): Shape<T[]> {
  const fits = (value: unknown): boolean => Array.isArray(value) && value.every(of.fits);
  return { ...shape<T[]>(fits), ...(of.freeText && { freeText: true }) };
}

/**
 * A member that no state depends on: an event is read even if its value does not fit, and then that member is
 * not shown.
 */
export function unchecked<S extends Shape<unknown>>(of: S): S {
  return { ...of, unchecked: true };
}

export function object<M extends Members>(members: M): ObjectShape<M> {
  const checked = Object.entries(members).filter(([, member]) => !member.unchecked);
  const fits = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return false;
    for (const [name, member] of checked)
      if (!member.fits((value as Record<string, unknown>)[name])) return false;
    return true;
  };
  return { ...shape<ObjectOf<M>>(fits), members };
}

/**
 * Text that a person wrote. The salt is added when the event is sealed. Erasing a text later leaves only its
 * digest.
 */
export type FreeText = { text: string; salt?: string } | { digest: string };

const written = object({ text });
const erased = object({ digest: text });
export const freeText: Shape<FreeText> = {
  ...shape<FreeText>((value) => written.fits(value) || erased.fits(value)),
  freeText: true,
};

/** The words of a text; undefined when they were erased. */
export function wordsOf(written: FreeText): string | undefined {
  return 'text' in written ? written.text : undefined;
}
