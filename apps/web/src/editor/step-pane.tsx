import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Side } from '#contract';
import { KnipPanel } from '../panes/knip-panel/knip-panel.js';
import { savedElements } from '../process/live-answer.js';
import { useEditing } from './editing-context.js';

/** The step panel: what was decided on what is selected, and deciding it. */
export function StepPane() {
  const { t } = useTranslation('editor');
  const { t: panes } = useTranslation('panes');
  const { subject, editable, drawing, choice, saving } = useEditing();
  const { session, state, canvas, live, changeable, ids, unsaved } = drawing;
  const { step, handover, chosen, picked, view, panel, goTo, backToList } = choice;
  const saved = useMemo(() => savedElements(ids.answer), [ids]);

  const moveToSide = (elementId: string, to: Side) => {
    const node = canvas?.nodes().find((each) => each.id === elementId);
    const lanes = canvas?.lanes().filter((lane) => lane.side === to) ?? [];
    const lane = lanes.find((each) => each.participantId === node?.participantId) ?? lanes[0];
    if (lane) canvas?.editing?.moveToLane(elementId, lane.id);
    void session.settle();
  };
  return (
    <aside className="editor__panel compact" aria-label={panes('panel')} tabIndex={-1} ref={panel}>
      {backToList && view !== 'drawing' && (
        <button type="button" className="nl-button nl-button--subtle editor__back" onClick={backToList}>
          ← {t('backToList')}
        </button>
      )}
      <KnipPanel
        subject={subject}
        process={live}
        saved={saved}
        moved={ids.moved}
        dirty={unsaved}
        onSelect={goTo}
        {...(state.outline && { outline: state.outline })}
        {...(step && { step })}
        {...(handover && { handover })}
        {...(chosen && { chosen })}
        {...(picked && { picked })}
        {...(canvas?.editing && changeable && { onMove: moveToSide })}
        {...(editable && { onSave: () => saving.save('') })}
      />
    </aside>
  );
}
