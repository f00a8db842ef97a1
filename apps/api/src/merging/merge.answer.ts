import { DiagramChange } from '../diagrams/index.js';

/** A step, event or gateway that no flow leads to. */
export class CutOffElement {
  /**
   * Id of the element (element).
   * @example "Task_Beoordelen"
   */
  id: string;

  /**
   * Its name (naam); empty where it has none.
   * @example "Aanvraag beoordelen"
   */
  name: string;
}

/** What no flow leads to any more, by the choice. */
export class CutOff {
  /** With `mine` (bij uw keuze). */
  mine?: CutOffElement[];

  /** With `theirs` (bij de keuze van de ander). */
  theirs?: CutOffElement[];
}

export class MergeConflict {
  /**
   * Digest of element, property and the three values (kenmerk); what a choice names.
   * @example "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
   */
  id: string;

  /**
   * Id of the element (element).
   * @example "Task_Beoordelen"
   */
  elementId: string;

  /**
   * Its name (naam) at the base, else on the side that has it.
   * @example "Aanvraag beoordelen"
   */
  elementName: string;

  /**
   * Its BPMN type (soort element).
   * @example "userTask"
   */
  elementType: string;

  /**
   * Why it cannot go together (reden): both changed one property, one removed what the other changed or
   * needs, both made something else of one new id, both led one flow elsewhere, or both drew it elsewhere.
   * @example "changed"
   */
  kind: 'changed' | 'removed' | 'added' | 'rerouted' | 'layout';

  /**
   * What of the element (eigenschap); absent where it is the element itself.
   * @example "name"
   */
  property?: string;

  /**
   * The value both began with (uitgangspunt); null where there was none.
   * @example "Aanvraag toetsen"
   */
  base: string | null;

  /**
   * What the sender wants (van u); null: nothing any more.
   * @example "Aanvraag beoordelen"
   */
  mine: string | null;

  /**
   * What was saved since (van de ander); null: nothing any more.
   * @example "Aanvraag wegen"
   */
  theirs: string | null;

  /**
   * Present where both inserted something into one flow (na elkaar): a choice may then be `mineFirst` or
   * `theirsFirst` as well.
   * @example true
   */
  oneAfterOther?: true;

  /** Elements that lose their way in by a choice (zonder toegang); absent where none does. */
  cutOff?: CutOff;
}

export class MergedAnswer {
  /**
   * Id of the process (proces).
   * @example "kapvergunning"
   */
  id: string;

  /**
   * The version this made (versie); where nothing changed, the one that holds what came of it.
   * @example 13
   */
  version: number;

  /**
   * The version that what was sent was made on (basis).
   * @example 9
   */
  base: number;

  /**
   * The version whose diagram it was brought together with (samengevoegd met).
   * @example 11
   */
  mergedWith: number;

  /** What others had changed since, and so came along (meegenomen). */
  cameAlong: DiagramChange[];

  /**
   * How many more came along than the answer has room for (weggelaten).
   * @example 120
   */
  cameAlongLeft?: number;
}
