import type { ElementDecisionKind } from '#domain';
import { Problem } from '../platform/http/problems/problem.answer.js';

/** An element as a person knows it. */
export class NamedElementAnswer {
  /**
   * Its name (naam), or what a flow without one connects; absent where nothing tells.
   * @example "Aanvraag aannemen"
   */
  name?: string;

  /**
   * Its BPMN type (soort element).
   * @example "userTask"
   */
  kind: string;
}

/** Decisions whose step or flow has another id now, while nobody has the old one. */
export class RenamedDecisions {
  /**
   * The id (id) that the decisions stand under.
   * @example "Task_3"
   */
  id: string;

  /** Who had it (van wie): what the decisions are about. */
  had: NamedElementAnswer;

  /**
   * The id that this element has now (nieuw id); absent where it is gone.
   * @example "Task_4"
   */
  wentTo?: string;

  /**
   * What was decided on it (besluiten).
   * @example ["knip", "dataRequests"]
   */
  decisions: ElementDecisionKind[];
}

/** An id with decisions that another element has now. */
export class ChangedHands extends RenamedDecisions {
  /** Who has the id now (nu van wie). */
  has: NamedElementAnswer;
}

/** 409 on a diagram that gives ids with decisions to other elements. */
export class MovedIdsProblem extends Problem {
  /** Ids that other elements have now (van eigenaar gewisseld). */
  changedHands?: ChangedHands[];

  /** Decisions that `follow` takes along besides (hernoemd). */
  renamed?: RenamedDecisions[];
}
