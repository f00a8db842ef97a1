/** Bringing two people's work together: both made on the same base. */

/** Whose work is taken. */
export type OneSide = 'mine' | 'theirs';

/** `mineFirst` and `theirsFirst` put what both inserted into one flow one after the other. */
export type Choice = OneSide | 'mineFirst' | 'theirsFirst';

/** Something both sides changed that cannot go together; small, and either choice leaves a valid diagram. */
export interface Conflict {
  /**
   * Digest of the element, the property and the three values (SHA-256, hex): an outdated choice no longer
   * fits anything.
   */
  id: string;
  elementId: string;
  /** Name of the element on the base, else on the side that has it. */
  elementName: string;
  elementType: string;
  /**
   * `changed`: both gave one property another value; `removed`: one removed what the other changed or needs;
   * `added`: both made something else of one new id; `rerouted`: both led one flow elsewhere.
   */
  kind: 'changed' | 'removed' | 'added' | 'rerouted' | 'layout';
  /**
   * What of the element, e.g. `name`, `lane`, `source`, `condition`; absent where it is the element itself.
   */
  property?: string;
  /** The values as people read them; null where the element or the value is not there. */
  base: string | null;
  mine: string | null;
  theirs: string | null;
  /** Both inserted something into this flow: `mineFirst` and `theirsFirst` can be chosen too. */
  oneAfterOther?: true;
  /** What no flow leads to any more, by the side whose work is taken then; absent where there is nothing. */
  cutOff?: Partial<Record<OneSide, CutOffElement[]>>;
}

/** A step, event or gateway to which no flow leads any more. */
export interface CutOffElement {
  id: string;
  name: string;
}

export interface ConflictChoice {
  conflict: string;
  take: Choice;
}

export interface Merging {
  /** The diagram with everything that goes together; conflicts without a choice stand as on the base. */
  text: string;
  /** Conflicts for which no choice was given. */
  conflicts: Conflict[];
  /** How many more such conflicts there are, where they are too many to be told. */
  left?: number;
  /** Choices that fit no conflict of these three diagrams. */
  outdated: ConflictChoice[];
}
