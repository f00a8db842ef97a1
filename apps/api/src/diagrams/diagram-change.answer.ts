import type { ChangeKind } from '#bpmn';

/** One change of meaning between two diagrams. */
export class DiagramChange {
  /**
   * What changed (soort wijziging).
   * @example "movedLane"
   */
  kind: ChangeKind;

  /**
   * Id of the element (element) at `to`, at `from` where it was removed; empty where it has none.
   * @example "Task_Beoordelen"
   */
  elementId: string;

  /**
   * Its name (naam) on that side; empty where it has none.
   * @example "Aanvraag beoordelen"
   */
  elementName: string;

  /**
   * Its BPMN type (soort element).
   * @example "userTask"
   */
  elementType: string;

  /**
   * What of the element (eigenschap), where the kind does not say it all.
   * @example "timeDuration"
   */
  property?: string;

  /**
   * The value at `from` as people read it (ervoor); absent where there was none.
   * @example "Vakafdeling"
   */
  before?: string;

  /**
   * The value at `to` as people read it (erna); absent where there is none.
   * @example "KCC"
   */
  after?: string;

  /**
   * Id of the element (element) that `before` names.
   * @example "Lane_Vakafdeling"
   */
  beforeId?: string;

  /**
   * Id of the element (element) that `after` names.
   * @example "Lane_KCC"
   */
  afterId?: string;
}
