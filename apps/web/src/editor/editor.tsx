import '../panes/panes.css';
import type { ProcessAnswer } from '#contract';
import type { Subject } from '../process/subject.js';
import { DrawingPane } from './drawing-pane.js';
import { useEditing } from './editing-context.js';
import { EditingProvider } from './editing-provider.js';
import { EditorHead } from './editor-head.js';
import { EditorNotices } from './editor-notices.js';
import { ListPane } from './list-pane.js';
import { SaveDialogs } from './save-dialogs.js';
import { StepPane } from './step-pane.js';

interface Props {
  subject: Subject;
  answer: ProcessAnswer;
  notFresh: boolean;
}

/** Drawing, step list and step panel of one subject, kept in step by the editing session around them. */
export function Editor(props: Props) {
  return (
    <EditingProvider {...props}>
      <Panes />
    </EditingProvider>
  );
}

function Panes() {
  const { choice, said } = useEditing();
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
      <SaveDialogs />
    </div>
  );
}
