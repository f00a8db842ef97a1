/** Why a decision was refused; the one who maps refusals to answers has a sentence for each. */
export type RefusalCode =
  | 'processUnknown'
  | 'processExists'
  | 'processRetired'
  | 'seenMissing'
  | 'seenStale'
  | 'seenUnknown'
  | 'stepUnknown'
  | 'stepUndecidable'
  | 'flowUnknown'
  | 'flowUndecidable'
  | 'flowNoHandover'
  | 'boundToOtherSide'
  | 'knipAgainstBinding'
  | 'knipAbsent'
  | 'bindingAbsent'
  | 'bindingEmpty'
  | 'milestoneTaken'
  | 'milestoneNameReserved'
  | 'versionUnknown'
  | 'textInvalid'
  | 'channelsInvalid'
  | 'tooMany';

/** What the sentence names, e.g. the element and the legal source. */
export type RefusalParams = Readonly<Record<string, string | number>>;

/**
 * A decision that the state of the process, or a rule of the domain, does not allow; nothing was recorded.
 */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly params: RefusalParams = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'Refusal';
  }
}
