import type { StepEditing } from '../../canvas/canvas.js';
import type { CanvasLane, CanvasNode } from '../../canvas/diagram/nodes.js';

/** What the list needs to change the drawing without a pointer. */
export interface Structure {
  editing: StepEditing;
  nodes: CanvasNode[];
  lanes: CanvasLane[];
  /** The form that is open: to add a step, or to change the element with this key. */
  form: { form: 'add' | 'edit'; element: string | undefined } | undefined;
  onForm(form: { edit: string } | 'add' | undefined): void;
  /** Says aloud what was done. */
  announce(text: string): void;
  /**
   * Reads the drawing again after a change; done when the list shows it. Gives false where the person was
   * asked about the change first, and said no.
   */
  settle(): Promise<boolean>;
}
