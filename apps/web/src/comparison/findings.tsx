import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import type { ComparisonAnswer, ProcessAnswer } from '#contract';
import { SYMBOLS } from '../canvas/extensions/change-marks/index.js';
import { Skeleton } from '../ui/loading.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { leftOutOf, type Entry } from './entries.js';
import { EntryList } from './entry-list.js';
import { LapsedAttach } from './lapsed-attach.js';
import { HandoverChanges } from './numbers.js';
import { ShiftLine } from './shift-line.js';
import { SymbolMark } from './symbol-mark.js';
import type { PairSide } from '../panes/drawing/use-pair.js';

interface Props {
  process: ProcessAnswer;
  earlier: ProcessAnswer | undefined;
  answer: ComparisonAnswer | undefined;
  error: Error | null;
  entries: readonly Entry[];
  current: number | undefined;
  withLayout: boolean;
  onWithLayout(on: boolean): void;
  onGoTo(entry: Entry): void;
  onLook(ids: Partial<Record<PairSide, string>>): void;
}

/** Everything that differs, in words. */
export function Findings({
  process,
  earlier,
  answer,
  error,
  entries,
  current,
  withLayout,
  onWithLayout,
  onGoTo,
  onLook,
}: Props) {
  const { t } = useTranslation('comparison');
  return (
    <section className="findings" aria-labelledby="verschillen">
      <Heading level={2} id="verschillen">
        {t('list.title')}
      </Heading>
      {error && <ProblemNotice error={error} />}
      {!answer && (
        <>
          <p role="status">{t('loading')}</p>
          <Skeleton rows={6} />
        </>
      )}
      {answer && (
        <>
          <Standing answer={answer} />
          {earlier && answer.lapsed.length > 0 && (
            <LapsedAttach process={process} earlier={earlier} lapsed={answer.lapsed} />
          )}
          <HandoverChanges
            handovers={answer.summary.handovers}
            onGoTo={(flow, side) => onLook({ [side]: flow })}
          />
          <EntryList entries={entries} current={current} onGoTo={onGoTo} />
          {leftOutOf(answer) > 0 && <p>{t('list.more', { count: leftOutOf(answer) })}</p>}
          <RenamedIds renamed={answer.renamedIds} />
          {answer.summary.layout > 0 && (
            <label className="check no-print">
              <input
                type="checkbox"
                checked={withLayout}
                onChange={(event) => onWithLayout(event.target.checked)}
              />
              {t('list.showLayout', { count: answer.summary.layout })}
            </label>
          )}
          {withLayout && answer.layout.shifted && <ShiftLine shifted={answer.layout.shifted} />}
          {entries.length > 0 && <Legend symbols={new Set(entries.map(({ symbol }) => symbol))} />}
        </>
      )}
    </section>
  );
}

/** Says so where there is nothing, or nothing that matters, to list. */
function Standing({ answer }: { answer: ComparisonAnswer }) {
  const { t } = useTranslation('comparison');
  const { changes, decisions, renamedIds, summary } = answer;
  if (changes.length + decisions.length > 0) return null;
  if (answer.from !== undefined && answer.from === answer.to)
    return <p>{t('same', { version: answer.from })}</p>;
  return (
    <p>
      {summary.layout > 0
        ? t('list.noneButLayout')
        : renamedIds.length > 0
          ? t('list.noneButIds')
          : t('list.none')}
    </p>
  );
}

function RenamedIds({ renamed }: { renamed: ComparisonAnswer['renamedIds'] }) {
  const { t } = useTranslation('comparison');
  if (renamed.length === 0) return null;
  return (
    <details className="renamed">
      <summary>{t('list.renamed', { count: renamed.length })}</summary>
      <ul>
        {renamed.map(({ before, after }) => (
          <li key={before}>{t('list.renamedPair', { before, after })}</li>
        ))}
      </ul>
    </details>
  );
}

function Legend({ symbols }: { symbols: ReadonlySet<Entry['symbol']> }) {
  const { t } = useTranslation('comparison');
  return (
    <>
      <Heading level={3} appearance="level-4">
        {t('legend')}
      </Heading>
      <ul className="legend">
        {SYMBOLS.filter((symbol) => symbols.has(symbol)).map((symbol) => (
          <li key={symbol}>
            <SymbolMark symbol={symbol} /> {t(`symbol.${symbol}`)}
          </li>
        ))}
      </ul>
    </>
  );
}
