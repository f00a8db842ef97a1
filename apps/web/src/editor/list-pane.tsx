import { Activity } from 'react';
import { savedElements } from '../process/live-answer.js';
import { StepList } from '../panes/step-list/step-list.js';
import { useEditing } from './editing-context.js';

/** The step list; without a pointer everything but free drawing is done here. */
export function ListPane() {
  const { editable, drawing, choice, say } = useEditing();
  const { session, state, canvas, live, changeable, ids, unsaved } = drawing;
  const { selected, view } = choice;
  const structure = canvas?.editing &&
    changeable && {
      editing: canvas.editing,
      nodes: canvas.nodes(),
      lanes: canvas.lanes(),
      announce: say,
      form: choice.listForm,
      onForm: choice.setListForm,
      settle: async () => {
        const stands = (await canvas.editing?.answered) ?? true;
        await session.settle();
        return stands;
      },
    };
  return (
    <div className="editor__list">
      <Activity mode={view === 'list' || view === 'both' ? 'visible' : 'hidden'}>
        <StepList
          process={live}
          flows={state.outline?.entries ?? []}
          decides={editable}
          onOpen={choice.open}
          {...(selected !== undefined && { selected })}
          {...(unsaved && { saved: savedElements(ids.answer) })}
          {...(structure && { structure })}
        />
      </Activity>
    </div>
  );
}
