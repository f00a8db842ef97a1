import '../panes/panes.css';
import './saving/saving.css';
import { Activity, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessAnswer, Side } from '#contract';
import { newKey } from '../http.js';
import { KnipPanel } from '../panes/knip-panel/knip-panel.js';
import { MergedNotice } from './merging/merged-notice.js';
import { downloadText, fileName } from './saving/download-text.js';
import { DraftOffers } from './saving/draft-offers.js';
import { NoticeBar } from '../ui/notice-bar.js';
import { SavingNotices } from './saving/saving-notices.js';
import { useLeaving } from './saving/use-leaving.js';
import { useProcessNews } from './saving/use-process-news.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { usePerson } from '../session.js';
import { focusMark } from '../panes/step-list/focus-mark.js';
import { nextUndecided, rowsOf, type FlowInto } from '../panes/step-list/rows.js';
import { StepList } from '../panes/step-list/step-list.js';
import { EditorHead } from './editor-head.js';
import { savedElements } from '../process/live-answer.js';
import { isEditable } from './read-ahead.js';
import { SaveDialogs } from './save-dialogs.js';
import { StandingNotices } from './standing-notices.js';
import { startDrawing } from './start-drawing.js';
import { StartPanel } from './start-panel.js';
import { useChosen } from '../panes/use-chosen.js';
import { useEditing } from './use-editing.js';
import { useSaving } from './use-saving.js';
import type { View } from '../panes/view-switch.js';

const NO_FLOWS: FlowInto[] = [];

/** Drawing, step list and knip panel of one process, kept in step with one another. */
export function Editor({ answer, notFresh }: { answer: ProcessAnswer; notFresh: boolean }) {
  const { t } = useTranslation('editor');
  const { t: panes } = useTranslation('panes');
  const person = usePerson();
  const editable = isEditable(answer);
  const [view, setView] = useState<View>('drawing');
  const [selected, setSelected] = useState<string>();
  const [said, setSaid] = useState('');
  const { news, drawnBy, dismiss } = useProcessNews(answer.id, person.id);
  const panel = useRef<HTMLElement>(null);

  const onCanvasSelect = (ids: string[]) => setSelected(ids.length === 1 ? ids[0] : undefined);
  const { session, state, canvas, container, error, live, unsaved } = useEditing(
    answer,
    editable,
    drawnBy,
    onCanvasSelect,
  );
  useLeaving(session);

  const saved = useMemo(() => savedElements(answer), [answer]);
  const flows = state.outline?.entries ?? NO_FLOWS;
  const rows = useMemo(() => rowsOf(live, flows), [live, flows]);
  const step = live.steps.find((each) => each.key === selected);
  const handover = live.handovers.find((each) => each.flow === selected);
  const chosen = useChosen(canvas, step || handover ? undefined : selected);
  const drawn = state.loaded?.outcome === 'drawn' || state.loaded?.outcome === 'viewOnly';
  const changeable = editable && state.loaded?.outcome === 'drawn';
  const empty = !answer.diagram && state.loaded === undefined;
  const shownView: View = state.loaded && !drawn && (view === 'drawing' || view === 'both') ? 'list' : view;
  const say = (text: string) => setSaid((before) => (before === text ? `${text}\u00a0` : text));

  const goTo = (key: string) => {
    setSelected(key);
    canvas?.focus(key);
    const name =
      live.steps.find((each) => each.key === key)?.name ??
      live.handovers.find((each) => each.flow === key)?.name;
    say(t('wentTo', { name: name || t('noName') }));
  };
  const open = (key: string) => {
    goTo(key);
    if (matchMedia('(max-width: 60rem)').matches) setView('panel');
    requestAnimationFrame(() => panel.current?.focus());
  };
  const rowOfSelected = step?.key ?? handover?.after;
  const backToList = () => {
    if (view === 'panel') setView('list');
    requestAnimationFrame(() => focusMark(`knip ${rowOfSelected}`));
  };

  const saves = useSaving(answer, session, canvas, editable, dismiss);
  const download = (xml: string) => downloadText(fileName(answer.name, 'bpmn'), xml, 'application/xml');

  const moveToSide = (elementId: string, to: Side) => {
    const node = canvas?.nodes().find((each) => each.id === elementId);
    const lanes = canvas?.lanes().filter((lane) => lane.side === to) ?? [];
    const lane = lanes.find((each) => each.participantId === node?.participantId) ?? lanes[0];
    if (lane) canvas?.editing?.moveToLane(elementId, lane.id);
    void session.settle();
  };
  const structure =
    canvas?.editing && changeable
      ? {
          editing: canvas.editing,
          nodes: canvas.nodes(),
          lanes: canvas.lanes(),
          announce: say,
          settle: () => session.settle(),
        }
      : undefined;

  return (
    <div className="editor" data-view={shownView}>
      <EditorHead
        process={live}
        state={state}
        canvas={drawn ? canvas : undefined}
        editable={editable && state.loaded !== undefined}
        drawn={drawn}
        view={shownView}
        onView={setView}
        onSave={saves.save}
        say={say}
        onNextUndecided={() => {
          const next = nextUndecided(rows, selected);
          if (next) goTo(next.key);
        }}
        onPicture={() =>
          void canvas?.svg().then((svg) => downloadText(fileName(answer.name, 'svg'), svg, 'image/svg+xml'))
        }
      />
      <div className="editor__notices">
        {notFresh && <NoticeBar kind="warning">{t('notFresh')}</NoticeBar>}
        <StandingNotices process={answer} person={person} editable={editable} loaded={state.loaded} />
        {editable && (
          <DraftOffers
            offers={state.offers}
            onContinue={(draft) => void session.continueDraft(draft, answer)}
            onDiscard={(draft) => void session.discardDraft(draft)}
            onDownload={(draft) => download(draft.xml)}
          />
        )}
        {saves.lastMerge && (
          <MergedNotice process={answer.id} merge={saves.lastMerge} onDismiss={saves.dismissMerge} />
        )}
        <SavingNotices state={state} news={news} onRetry={saves.retry} onDismissNews={dismiss} />
        {error !== undefined && <ProblemNotice error={error} onRetry={() => location.reload()} />}
      </div>
      <div className="editor__body">
        <section className="editor__drawing" aria-label={panes('drawing', { name: answer.name })}>
          <p className="visually-hidden">{t('drawingHelp')}</p>
          <div className="editor__canvas" ref={container} />
          {!state.loaded && answer.diagram && error === undefined && (
            <p className="editor__loading" role="status">
              {t('loadingDrawing')}
            </p>
          )}
          {empty && canvas && (
            <StartPanel
              process={answer}
              editable={editable}
              onStartEmpty={() => {
                const names = { front: t('startName'), back: t('startBack') };
                void session.takeUp(
                  startDrawing(names, (prefix) => `${prefix}_${newKey().slice(0, 8)}`),
                  answer.version,
                );
              }}
            />
          )}
        </section>
        <div className="editor__list">
          <Activity mode={shownView === 'list' || shownView === 'both' ? 'visible' : 'hidden'}>
            <StepList
              process={live}
              flows={flows}
              decides={editable}
              onOpen={open}
              {...(selected !== undefined && { selected })}
              {...(unsaved && { saved })}
              {...(structure && { structure })}
            />
          </Activity>
        </div>
        <aside className="editor__panel compact" aria-label={panes('panel')} tabIndex={-1} ref={panel}>
          {rowOfSelected !== undefined && shownView !== 'drawing' && (
            <button type="button" className="nl-button nl-button--subtle editor__back" onClick={backToList}>
              ← {t('backToList')}
            </button>
          )}
          <KnipPanel
            process={live}
            saved={saved}
            dirty={unsaved}
            onSelect={goTo}
            {...(state.outline && { outline: state.outline })}
            {...(step && { step })}
            {...(handover && { handover })}
            {...(chosen && { chosen })}
            {...(structure && { onMove: moveToSide })}
            {...(editable && { onSave: () => saves.save('') })}
          />
        </aside>
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <SaveDialogs
        process={answer}
        session={session}
        saving={saves}
        onDownloadMine={() => void canvas?.xml().then(download)}
      />
    </div>
  );
}
