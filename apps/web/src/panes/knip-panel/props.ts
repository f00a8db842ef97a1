import type { Outline } from '#bpmn';
import type { HandoverAnswer, ProcessAnswer, Side, StepAnswer } from '#contract';
import type { Subject } from '../../process/subject.js';

export interface KnipPanelProps {
  /** What is decided on. */
  subject: Subject;
  /**
   * What is shown: in the editor `withDrawing(answer, outline)`, else the service's answer (read-only when it
   * is not the latest version).
   */
  process: ProcessAnswer;
  /**
   * Ids of the steps and of the hand-over flows that the saved diagram has: only these can be decided on.
   * Absent: all.
   */
  saved?: ReadonlySet<string>;
  /** Ids that stand on another element on screen than in the saved diagram: no decision can name it. */
  moved?: ReadonlySet<string>;
  /**
   * The diagram as read in the browser: what an uploaded file carries is taken over from it, and it tells the
   * order of work.
   */
  outline?: Outline;
  /** The selected step; neither step nor hand-over: the process as a whole. */
  step?: StepAnswer;
  /** The selected hand-over, when a flow is selected. */
  handover?: HandoverAnswer;
  /** Another one whenever something is selected; with another drawing the same may have another id. */
  picked?: object;
  /**
   * What else is selected, about which no knip is decided: a lane, gateway, event or flow, by its kind and
   * name.
   */
  chosen?: { kind: string; name: string };
  /** True while the diagram on screen has changes that are not saved. */
  dirty: boolean;
  /** Wants a step or hand-over selected (its key): the next undecided step, a step of a hand-over. */
  onSelect(key: string): void;
  /** Wants a step in the lane of that side; absent where the diagram cannot be edited. */
  onMove?(elementId: string, to: Side): void;
  /** Wants the diagram saved, so that a new step can be decided on. */
  onSave?(): void;
}
