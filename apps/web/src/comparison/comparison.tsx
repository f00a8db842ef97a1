import '../panes/panes.css';
import './comparison.css';
import './comparison-print.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import type { ComparisonAnswer, ProcessAnswer } from '#contract';
import { processAddress, historyAddress, comparisonAddress } from '../addresses.js';
import { plain } from '../process/sentences/sentences.js';
import { PageHeading } from '../ui/page-heading.js';
import { absoluteTime } from '../ui/times.js';
import { DrawingBar } from '../panes/drawing/drawing-bar.js';
import { Drawings, type Arrangement } from '../panes/drawing/drawings.js';
import { entriesOf, entryAbout, marksOf, type Entry } from './entries.js';
import { Findings } from './findings.js';
import { Numbers } from './numbers.js';
import { Paper } from './paper.js';
import { nowhere, placesIn } from '../process/sentences/places.js';
import { readStateName } from '../process/state-name.js';
import { StatesForm } from './states-form.js';
import { Stepping } from './stepping.js';
import { useNarrow } from '../ui/use-narrow.js';
import { usePair, type PairSide } from '../panes/drawing/use-pair.js';
import { useNamedState } from './use-named-state.js';

interface Props {
  /** As it stands now. */
  process: ProcessAnswer;
  /** As they stand in the address. */
  from: string;
  to: string;
  /** Absent while it is on its way. */
  answer?: ComparisonAnswer;
}

const NO_ENTRIES: readonly Entry[] = [];
const ONE_PLACE: readonly Arrangement[] = ['over', 'before', 'after'];
const TWO_PLACES: readonly Arrangement[] = ['beside', 'below', ...ONE_PLACE];

/**
 * Two sides of a process: numbers, both drawings with what differs marked in them, and every difference as a
 * sentence.
 */
export function Comparison({ process, from, to, answer }: Props) {
  const { t, i18n } = useTranslation(['comparison', 'history', 'shell']);
  const { t: history } = useTranslation(['history', 'shell']);
  const navigate = useNavigate();
  const narrow = useNarrow();
  const [wanted, setWanted] = useState<Arrangement>('beside');
  const [withLayout, setWithLayout] = useState(false);
  const [current, setCurrent] = useState<number>();
  const [said, setSaid] = useState('');
  const { id, name } = process;
  const before = useNamedState(id, from, answer?.from);
  const after = useNamedState(id, to, answer?.to);
  const choices = narrow ? ONE_PLACE : TWO_PLACES;
  const arrangement = choices.includes(wanted) ? wanted : 'over';

  const places = useMemo(
    () => (before.xml === undefined && after.xml === undefined ? nowhere : placesIn(after.xml, before.xml)),
    [before.xml, after.xml],
  );
  const entries = useMemo(() => {
    const sideBefore = (step: string) => before.answer?.steps.find(({ id: each }) => each === step)?.side;
    return answer
      ? entriesOf(answer, places, { t, history, language: i18n.language, sideBefore }, withLayout)
      : NO_ENTRIES;
  }, [answer, places, before.answer, t, history, i18n.language, withLayout]);
  const marks = useMemo(
    () => ({ before: marksOf(entries, 'before'), after: marksOf(entries, 'after') }),
    [entries],
  );
  const titles = {
    before: sideName(from, before.answer, answer?.from),
    after: sideName(to, after.answer, answer?.to),
  };
  const names = {
    before: t('drawings.name', { side: titles.before }),
    after: t('drawings.name', { side: titles.after }),
  };

  const tell = (entry: Entry) => {
    setSaid(
      t('list.told', {
        number: entry.number,
        count: entries.length,
        kind: t(`symbol.${entry.symbol}`),
        sentence: plain(entry.sentence),
      }),
    );
  };
  const pair = usePair(
    {
      before: { name: names.before, xml: before.xml, cut: before.answer, marks: marks.before },
      after: { name: names.after, xml: after.xml, cut: after.answer, marks: marks.after },
    },
    answer && (answer.layout.shifted ?? { dx: 0, dy: 0 }),
    (side, elementId, show) => {
      const entry = elementId === undefined ? undefined : entryAbout(entries, side, elementId, current);
      if (!entry) return show(elementId === undefined ? {} : { [side]: elementId }, false);
      setCurrent(entry.number);
      tell(entry);
      show(entry, false);
    },
  );

  const look = (ids: Partial<Record<PairSide, string>>) => {
    // What only the other drawing has cannot be seen in this one.
    if (arrangement === 'after' && !pair.has('after', ids.after) && pair.has('before', ids.before))
      setWanted('before');
    if (arrangement === 'before' && !pair.has('before', ids.before) && pair.has('after', ids.after))
      setWanted('after');
    pair.show(ids, true);
  };
  const goTo = (entry: Entry) => {
    setCurrent(entry.number);
    tell(entry);
    look(entry);
  };
  const compare = (one: string, other: string) => void navigate(comparisonAddress(id, one, other));

  function sideName(text: string, stood: ProcessAnswer | undefined, version: number | undefined): string {
    const named = readStateName(text);
    const number = version ?? stood?.version;
    if (named.kind === 'version') return t('side.version', { version: named.version });
    if (named.kind === 'moment')
      return t('side.moment', { when: absoluteTime(named.at, i18n.language), version: number ?? '…' });
    return t('side.milestone', { name: named.name, version: number ?? '…' });
  }

  const labels = narrow
    ? { before: t('before'), after: t('after') }
    : { before: t('drawings.before'), after: t('drawings.after') };
  return (
    <div className="comparison" aria-busy={!answer}>
      <div className="editor-head compact">
        <div className="editor-head__row">
          <div className="editor-head__title">
            <PageHeading title={t('titleOf', { name, from: titles.before, to: titles.after })} />
          </div>
          <div className="editor-head__acts no-print">
            <Link className="nl-link" to={processAddress(id)}>
              {t('toProcess')}
            </Link>
            <Link className="nl-link" to={historyAddress(id)}>
              {t('history:title')}
            </Link>
            <Button purpose="secondary" onClick={() => window.print()}>
              {t('print')}
            </Button>
          </div>
        </div>
        <div className="editor-head__row comparison__sides">
          <StatesForm process={process} from={from} to={to} onChoose={compare} />
          {answer && <Numbers summary={answer.summary} />}
        </div>
        <div className="editor-head__row no-print">
          <DrawingBar
            pair={pair}
            arrangement={arrangement}
            choices={choices}
            labels={labels}
            onArrange={setWanted}
          />
          <Stepping
            count={entries.length}
            current={current}
            onStep={(number) => goTo(entries[number - 1]!)}
          />
        </div>
      </div>
      <div className="comparison__body">
        <p className="visually-hidden">{t('drawings.help')}</p>
        <Drawings
          pair={pair}
          arrangement={arrangement}
          sides={{
            before: { label: t('before'), title: titles.before, name: names.before, isThere: before.isThere },
            after: { label: t('after'), title: titles.after, name: names.after, isThere: after.isThere },
          }}
        />
        <Findings
          process={process}
          earlier={before.answer}
          answer={answer}
          error={before.error ?? after.error}
          entries={entries}
          current={current}
          withLayout={withLayout}
          onWithLayout={(on) => {
            setWithLayout(on);
            setCurrent(undefined);
          }}
          onGoTo={goTo}
          onLook={look}
        />
        <Paper pair={pair} titles={names} />
      </div>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </div>
  );
}
