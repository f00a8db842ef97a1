import Modeler from 'bpmn-js/lib/Modeler';
import type { BaseViewerOptions } from 'bpmn-js/lib/BaseViewer';
import type { CanvasOptions, StepEditing } from './canvas.js';
import askedFirst, { type AskedFirst } from './extensions/asked-first/index.js';
import exactUndo from './extensions/exact-undo/index.js';
import keptProcess from './extensions/kept-process/index.js';
import laneMembership from './extensions/lane-membership/index.js';
import inHand, { type InHand } from './extensions/in-hand/index.js';
import laneSides from './extensions/lane-sides/index.js';
import paletteTitles from './extensions/palette-titles/index.js';
import reachablePad from './extensions/reachable-pad/index.js';
import sharedClipboard from './extensions/shared-clipboard/index.js';
import type { DiagramElement, ElementRegistry } from './diagram/elements.js';
import { stepEditing, type EditorServices } from './step-editing.js';

/** The editor with its keyless part; a chunk of its own, loaded only when somebody edits. */
export function openEditor(
  setup: BaseViewerOptions,
  { consider }: Pick<CanvasOptions, 'consider'>,
): { modeler: Modeler; editing: StepEditing; hand: InHand } {
  const modeler = new Modeler({
    ...setup,
    additionalModules: [
      ...(setup.additionalModules ?? []),
      askedFirst,
      exactUndo,
      keptProcess,
      laneMembership,
      inHand,
      laneSides,
      paletteTitles,
      reachablePad,
      sharedClipboard,
    ],
  });
  const hand = modeler.get<InHand>('inHand');
  const asked = modeler.get<AskedFirst>('askedFirst');
  asked.consider = consider;
  const editing = stepEditing({
    askedFirst: asked,
    modeling: modeler.get<EditorServices['modeling']>('modeling'),
    elements: modeler.get<ElementRegistry>('elementRegistry'),
    elementFactory: modeler.get<EditorServices['elementFactory']>('elementFactory'),
    replace: modeler.get<EditorServices['replace']>('bpmnReplace'),
    rules: modeler.get<EditorServices['rules']>('rules'),
    space: modeler.get<EditorServices['space']>('spaceTool'),
    commands: modeler.get<EditorServices['commands']>('commandStack'),
    membership: modeler.get<EditorServices['membership']>('updateFlowNodeRefsBehavior'),
    isTyping: () => hand.text !== undefined,
    root: () => modeler.get<{ getRootElement(): DiagramElement }>('canvas').getRootElement(),
  });
  return { modeler, editing, hand };
}
