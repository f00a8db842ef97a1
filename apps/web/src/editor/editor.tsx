import '../panes/panes.css';
import { ConsequencesDialog } from './consequences/consequences-dialog.js';
import { DrawingPane } from './drawing-pane.js';
import { useEditing } from './editing-context.js';
import { EditorHead } from './editor-head.js';
import { EditorNotices } from './editor-notices.js';
import { ListPane } from './list-pane.js';
import { SaveDialogs } from './save-dialogs.js';
import { StepPane } from './step-pane.js';
import { useLeftWork } from './use-left-work.js';

/** Drawing, step list and step panel of one subject, kept in step by the editing session around them. */
export function Editor() {
  useLeftWork();
  const { choice, consequences, said } = useEditing();
  return (
    <div className="editor" data-view={choice.view}>
      <EditorHead />
      <EditorNotices />
      <div className="editor__body">
        <DrawingPane />
        <ListPane />
        <StepPane />
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <ConsequencesDialog asked={consequences.asked} />
      <SaveDialogs />
    </div>
  );
}
