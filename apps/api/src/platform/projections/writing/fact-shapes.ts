import { CHANNELS, ROLES, SIDES, type Fact, type FactKind, type FreeText } from '#domain';

type Shape = (value: unknown) => boolean;

const text: Shape = (value) => typeof value === 'string';
const wholeNumber: Shape = (value) => Number.isSafeInteger(value) && (value as number) > 0;
const oneOf =
  (values: readonly unknown[]): Shape =>
  (value) =>
    values.includes(value);
const optional =
  (shape: Shape): Shape =>
  (value) =>
    value === undefined || shape(value);
const listOf =
  (shape: Shape): Shape =>
  (value) =>
    Array.isArray(value) && value.every(shape);
function object(members: Record<string, Shape>): Shape {
  const [names, shapes] = [Object.keys(members), Object.values(members)];
  return (value) =>
    typeof value === 'object' &&
    value !== null &&
    shapes.every((shape, at) => shape((value as Record<string, unknown>)[names[at]!]));
}
const [written, erased] = [object({ text }), object({ digest: text })];
const freeText: Shape = (value) => written(value) || erased(value);

const term = object({ amount: wholeNumber, unit: oneOf(['hours', 'workingDays']) });
const requestedData = listOf(object({ name: text, registry: optional(text) }));

export const isText = (value: unknown): value is string => text(value);
/** Text as a person wrote it, or what is left of it when it was erased. */
export const isFreeText = (value: unknown): value is FreeText => freeText(value);

/** The members of an event that the history gives as they stand, and what they look like where it does. */
export const TOLD_SHAPES = {
  elementId: text,
  flowId: text,
  side: oneOf(SIDES),
  role: oneOf(ROLES),
  channels: listOf(oneOf(CHANNELS)),
  name: text,
  person: text,
  source: text,
  by: text,
  within: term,
  data: requestedData,
  base: wholeNumber,
  mergedWith: wholeNumber,
} satisfies Record<string, Shape>;

/** What the read side relies on in each kind of fact; anything more may be there. */
const SHAPES: Record<FactKind, Shape> = {
  name: object({ name: text }),
  domain: object({ domain: text, caseType: optional(text) }),
  retirement: object({ reason: freeText }),
  owner: object({ person: text, reason: freeText }),
  diagram: object({ digest: text }),
  knip: object({
    side: oneOf(SIDES),
    role: optional(oneOf(ROLES)),
    alternatives: optional(listOf(freeText)),
    reason: freeText,
  }),
  channels: object({ channels: listOf(oneOf(CHANNELS)), reason: freeText }),
  handover: object({
    before: listOf(text),
    after: listOf(text),
    what: freeText,
    reason: freeText,
    within: optional(term),
  }),
  dataRequests: object({ data: requestedData, reason: freeText }),
  binding: object({ side: optional(oneOf(SIDES)), by: optional(text), source: text, reason: freeText }),
  milestone: object({ version: wholeNumber }),
};

/**
 * @throws Error naming the kind of a fact that is not as this program knows it, so that nothing behind it
 * stumbles over it
 */
export function assertKnownShape({ kind, key, value }: Fact): void {
  if (typeof key !== 'string') throw new Error(`it does not say what the ${kind} is about`);
  if (value !== null && !SHAPES[kind](value))
    throw new Error(`its ${kind} has a form that is not known here`);
}
