import './knip-panel.css';
import './decision-forms.css';
import './sections.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { ProcessAnswer, Written } from '#contract';
import { everythingLapsed } from '../../process/lapsed.js';
import { ShareBar } from '../../process/share-bar.js';
import { useKeyDown } from '../../ui/use-key-down.js';
import { nextUndecided, rowsOf } from '../step-list/rows.js';
import { SideMark } from '../step-list/side-mark.js';
import { carriedDecisions } from './carried.js';
import { ChannelsSection } from './channels-form.js';
import { DecidingContext } from './deciding.js';
import { HandoverView } from './handover-view.js';
import { LapsedDecisions } from './lapsed-decisions.js';
import type { KnipPanelProps } from './props.js';
import { StepView } from './step-view.js';
import { TakeOver } from './take-over.js';
import { useTexts } from './texts.js';

/** Where the knip is decided: for the selected step, hand-over, or the process as a whole. */
export function KnipPanel({
  subject,
  process,
  saved,
  moved,
  outline,
  step,
  handover,
  picked,
  chosen,
  dirty,
  onSelect,
  onMove,
  onSave,
}: KnipPanelProps) {
  const { t, named, side } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const [recorded, setRecorded] = useState<{ about: string; version: number; standing?: string }>();
  const about = step?.key ?? handover?.flow ?? '';
  const standing = standingOn(process, step, handover);
  const element = step ?? handover;
  const pickedAs = useCounted(picked);
  const closed = closedBecause(process);
  const id = (step ? step.id : handover?.flowId) ?? '';
  const isMoved = moved?.has(id) ?? false;
  const isSaved = !element || !saved || (saved.has(id) && !isMoved);
  const decides = !closed && (element?.decidable ?? true) && isSaved;
  if (recorded && process.version >= recorded.version) {
    // It is said of what was decided, until something else is shown or holds.
    if (recorded.standing === undefined) setRecorded({ ...recorded, standing });
    else if (recorded.standing !== standing) setRecorded(undefined);
  }
  if (recorded && recorded.about !== about) setRecorded(undefined);
  const justRecorded = recorded?.about === about ? recorded.version : undefined;
  const rows = useMemo(() => rowsOf(process, outline?.entries ?? []), [process, outline]);
  const found = nextUndecided(rows, step?.key)?.key;
  const next = found === step?.key ? undefined : found;
  const goNext = () => {
    if (!next) return;
    onSelect(next);
    requestAnimationFrame(() => heading.current?.focus());
  };
  useNextKey(goNext);
  const carried = useMemo(
    () => (outline && !closed ? carriedDecisions(outline, process) : []),
    [outline, process, closed],
  );
  const deciding = {
    subject,
    onDone: (written: Written) => setRecorded({ about, version: written.version }),
  };

  return (
    <DecidingContext value={deciding}>
      <div className="knip-panel">
        <header className="knip-panel__head">
          <h2 className="knip-panel__title" ref={heading} tabIndex={-1}>
            {step
              ? named(step.name)
              : handover
                ? t('handover.heading', { from: side(handover.from), to: side(handover.to) })
                : t('wholeProcess')}
          </h2>
          {step && (
            <p className="knip-panel__status">
              <SideMark step={step} />
              <span className="muted">
                {step.lane ? t('lane', { lane: named(step.lane.name) }) : t('noLane')}
              </span>
            </p>
          )}
        </header>
        {!element && chosen && (
          <div className="knip-notice" role="status">
            <p>
              <strong>
                {t('chosen', { what: chosen.name ? `${chosen.kind} ‘${chosen.name}’` : chosen.kind })}
              </strong>
            </p>
            <p>{t('chosenText')}</p>
          </div>
        )}
        {(justRecorded !== undefined || (!element && closed === 'older')) && (
          <Recorded
            key={justRecorded}
            version={justRecorded}
            undecided={process.undecided.length}
            next={next}
            onNext={goNext}
          />
        )}
        {closed && (
          <p className="knip-notice">
            {t(`readOnly.${closed}`, { version: process.version, latest: process.latest })}
          </p>
        )}
        {!closed && element?.decidable === false && (
          <p className="knip-notice knip-notice--warning">{t('undecidable')}</p>
        )}
        {!closed && element?.decidable && !isSaved && (
          <div className="knip-notice knip-notice--warning">
            <p>{t(isMoved ? 'saveFirstMoved' : 'saveFirst')}</p>
            {onSave && (
              <Button purpose="primary" onClick={onSave}>
                {t('saveNow')}
              </Button>
            )}
          </div>
        )}
        {step && (
          <StepView
            key={`${pickedAs ?? step.key} ${step.knip?.carriedFrom?.version ?? step.knip?.version}`}
            process={process}
            step={step}
            carried={outline?.steps.find((each) => each.key === step.key)?.dataRequests ?? []}
            decides={decides}
            onSelect={onSelect}
            onMove={onMove}
          />
        )}
        {!step && handover && (
          <HandoverView
            key={pickedAs ?? handover.flow}
            process={process}
            handover={handover}
            decides={decides}
            onSelect={onSelect}
          />
        )}
        {!element && (
          <>
            <ShareBar counts={process.counts} />
            {!chosen && <p className="muted">{t(closed ? 'chooseToRead' : 'choose')}</p>}
            <TakeOver decisions={carried} dirty={dirty} />
            <ChannelsSection process={process} decides={decides} />
            <LapsedDecisions process={process} decides={decides} />
          </>
        )}
      </div>
    </DecidingContext>
  );
}

/** Which decisions hold of what the panel shows: it changes as soon as one of them is another. */
function standingOn(
  process: ProcessAnswer,
  step: KnipPanelProps['step'],
  handover: KnipPanelProps['handover'],
): string {
  const decided = step
    ? [step.knip, step.binding, step.channels, step.dataRequests]
    : handover
      ? [handover.agreement]
      : [process.channels, ...everythingLapsed(process)];
  return decided.map((each) => each?.version ?? '').join(' ');
}

/** Says what was recorded, and leads on: after a decision the way to the next one has the focus. */
function Recorded({
  version,
  undecided,
  next,
  onNext,
}: {
  version: number | undefined;
  undecided: number;
  next: string | undefined;
  onNext: () => void;
}) {
  const { t } = useTexts();
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (version !== undefined) (box.current?.querySelector('button') ?? box.current)?.focus();
  }, [version]);
  return (
    <div
      className={version === undefined ? 'knip-next' : 'knip-next knip-next--recorded'}
      ref={box}
      tabIndex={-1}
    >
      <p role="status">
        {version !== undefined && <strong>✓ {t('recorded', { version })} </strong>}
        {undecided > 0 ? t('undecided', { count: undecided }) : t('allDecided')}
      </p>
      {next && (
        <Button
          purpose={version === undefined ? 'secondary' : 'primary'}
          title={t('nextKey')}
          aria-keyshortcuts="Alt+N"
          onClick={onNext}
        >
          {t('next')} →
        </Button>
      )}
    </div>
  );
}

/** Why nothing can be decided, whatever is selected. */
function closedBecause(process: ProcessAnswer): 'older' | 'retired' | 'parked' | 'rights' | undefined {
  if (process.version !== process.latest) return 'older';
  if (process.retired) return 'retired';
  if (process.parked) return 'parked';
  return process.may.edit ? undefined : 'rights';
}

/**
 * Alt + N goes on, wherever the focus is; the place of the key counts, since some keyboards make another
 * letter with Alt.
 */
function useNextKey(goNext: () => void): void {
  useKeyDown((event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || event.code !== 'KeyN') return;
    event.preventDefault();
    goNext();
  });
}

/** A number for every other thing, since a key is a text. */
function useCounted(thing: object | undefined): number | undefined {
  const [last, setLast] = useState({ thing, count: 0 });
  if (last.thing !== thing) setLast({ thing, count: last.count + 1 });
  return thing && last.count;
}
