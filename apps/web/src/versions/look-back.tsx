import '../panes/panes.css';
import './versions.css';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { ProcessAnswer } from '#contract';
import {
  processAddress,
  historyAddress,
  versionAddress,
  momentAddress,
  comparisonAddress,
} from '../addresses.js';
import { DrawingTools } from '../panes/drawing/drawing-tools.js';
import { useChosen } from '../panes/use-chosen.js';
import { ViewSwitch, type View } from '../panes/view-switch.js';
import { KnipPanel } from '../panes/knip-panel/knip-panel.js';
import { NoticeBar } from '../ui/notice-bar.js';
import { processQuery } from '../process/queries.js';
import { processSubject } from '../process/subject.js';
import { DownloadMenu } from '../process/download-menu.js';
import { PageHeading } from '../ui/page-heading.js';
import { absoluteTime } from '../ui/times.js';
import { useKeyDown } from '../ui/use-key-down.js';
import { StepList } from '../panes/step-list/step-list.js';
import { Brought } from './brought.js';
import { useDrawing } from './use-drawing.js';
import { stepped, versionStep } from '../process/version-keys.js';
import { VersionNav } from './version-nav.js';
import { prefetchNeighbours } from './version-queries.js';

const nothing = { edit: false, bind: false, retire: false, nameMilestone: false, nameOwner: false };

/**
 * A version exactly as it stood: drawing, knips and list together, without any way to change it.
 * @param version the version asked for; `answer` may still be the one shown before
 */
export function LookBack({ answer, version }: { answer: ProcessAnswer; version: number }) {
  const { t, i18n } = useTranslation('versions');
  const { t: panes } = useTranslation('panes');
  const client = useQueryClient();
  const navigate = useNavigate();
  const [view, setView] = useState<View>('drawing');
  const [selected, setSelected] = useState<string>();
  const panel = useRef<HTMLElement>(null);
  const { container, canvas, outline, outcome, error } = useDrawing(answer, (ids) =>
    setSelected(ids.length === 1 ? ids[0] : undefined),
  );
  const { id, latest } = answer;
  // A version gets its name after it was made, so the names are those of today.
  const { data: newest } = useQuery(processQuery(id));
  const named = { ...answer, milestones: newest?.milestones ?? answer.milestones };
  const show = (wanted: number) => void navigate(versionAddress(id, wanted), { replace: true });

  useEffect(() => {
    if (answer.version === version) prefetchNeighbours(client, id, version, latest);
  }, [client, id, answer.version, version, latest]);
  useKeyDown((event) => {
    const step = versionStep(event);
    if (!step) return;
    event.preventDefault();
    const next = stepped(version, step, latest);
    if (next !== version) show(next);
  });

  const goTo = (key: string) => {
    setSelected(key);
    canvas?.focus(key);
  };
  const open = (key: string) => {
    goTo(key);
    if (matchMedia('(max-width: 60rem)').matches) setView('panel');
    requestAnimationFrame(() => panel.current?.focus());
  };
  const process = { ...answer, may: nothing };
  const step = answer.steps.find((each) => each.key === selected);
  const handover = answer.handovers.find((each) => each.flow === selected);
  const chosen = useChosen(canvas, step || handover ? undefined : selected);
  const undrawable = outcome === 'noDrawing' || outcome === 'unreadable';
  const shownView: View = undrawable && view !== 'panel' ? 'list' : view;

  return (
    <div className="editor look-back" data-view={shownView} aria-busy={answer.version !== version}>
      <div className="editor-head compact">
        <div className="editor-head__row">
          <PageHeading title={t('title', { name: answer.name, version: answer.version })} />
          <div className="editor-head__acts">
            <Link className="nl-link" to={processAddress(id)}>
              {t(answer.may.edit ? 'edit' : 'toNewest')}
            </Link>
            <Link className="nl-link" to={historyAddress(id)}>
              {t('history')}
            </Link>
            {answer.version < latest && (
              <Link className="nl-link" to={comparisonAddress(id, String(answer.version), String(latest))}>
                {t('compareWithNow')}
              </Link>
            )}
            {answer.diagram && <DownloadMenu id={id} version={answer.version} />}
          </div>
        </div>
        <VersionNav
          process={named}
          version={version}
          onVersion={show}
          onMoment={(at) => void navigate(momentAddress(id, at))}
        />
        <div className="editor-head__row">
          <ViewSwitch view={shownView} drawn={!undrawable} onView={setView} />
          {!undrawable && (
            <DrawingTools canvas={canvas} shown={shownView === 'drawing' || shownView === 'both'} />
          )}
          <p className="editor-head__facts">
            {answer.version === latest
              ? t('readOnlyNewest')
              : t('readOnly', { when: absoluteTime(answer.at, i18n.language) })}
          </p>
        </div>
        <Brought process={named} />
      </div>
      <div className="editor__notices">
        {!answer.diagram && <NoticeBar kind="info">{t('noDiagram')}</NoticeBar>}
        {undrawable && <NoticeBar kind="info">{t('noDrawing')}</NoticeBar>}
        {error && <NoticeBar kind="error">{error.message}</NoticeBar>}
      </div>
      <div className="editor__body">
        <section
          className="editor__drawing"
          aria-label={panes('drawing', { name: answer.name })}
          hidden={!answer.diagram}
        >
          <div className="editor__canvas" ref={container} />
        </section>
        <div className="editor__list">
          <StepList
            process={process}
            flows={outline?.entries ?? []}
            decides={false}
            onOpen={open}
            {...(selected !== undefined && { selected })}
          />
        </div>
        <aside className="editor__panel compact" aria-label={panes('panel')} tabIndex={-1} ref={panel}>
          <KnipPanel
            subject={processSubject(id)}
            process={process}
            dirty={false}
            onSelect={goTo}
            {...(outline && { outline })}
            {...(step && { step })}
            {...(handover && { handover })}
            {...(chosen && { chosen })}
          />
        </aside>
      </div>
    </div>
  );
}
