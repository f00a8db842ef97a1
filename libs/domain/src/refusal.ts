/** What the sentence about a refusal names, e.g. the element and the legal source. */
type RefusalParams = Readonly<Record<string, string | number>>;

/**
 * The state, or a rule of the domain, does not allow a decision; nothing was recorded. Each aggregate extends
 * this class with its own codes.
 */
export class Refusal<Code extends string = string> extends Error {
  constructor(
    readonly code: Code,
    readonly params: RefusalParams = {},
    /** What the answer says beside its sentence, e.g. all that a person has to look at. */
    readonly details: object = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'Refusal';
  }
}
