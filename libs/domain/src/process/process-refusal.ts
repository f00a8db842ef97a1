import { Refusal } from '../refusal.js';

/** A refusal of a decision about a process. */
export class ProcessRefusal extends Refusal<
  | 'processUnknown'
  | 'processExists'
  | 'processRetired'
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
  | 'channelsInvalid'
  | 'idsChangedHands'
> {}
