import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessAnswer } from '#contract';
import { Skeleton } from '../ui/loading.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { choicesIn, filterHistory, isFiltered, NO_FILTER } from './filter-history.js';
import { HistoryEntry } from './history-entry.js';
import { HistoryFilterBar } from './history-filter.js';
import { plain, sentenceOf } from '../process/sentences/sentences.js';
import { useHistory } from './use-history.js';
import { useHistoryFilter } from './use-history-filter.js';

/** The decisions in order, filtered. */
export function HistoryList({ process }: { process: ProcessAnswer }) {
  const { t } = useTranslation(['history', 'shell']);
  const [filter, change] = useHistoryFilter();
  const { order } = filter;
  const filtered = isFiltered(filter);
  const history = useHistory(process.id, process.latest, order, filtered);
  const choices = useMemo(
    () =>
      choicesIn(
        history.items,
        process.steps.map(({ key, name }) => ({ id: key, name: name || key })),
      ),
    [history.items, process.steps],
  );
  const shown = useMemo(
    () => filterHistory(history.items, filter, (item) => plain(sentenceOf(item, t))),
    [history.items, filter, t],
  );
  const count = filtered
    ? t('found', { count: shown.length }) + (history.hasNextPage ? `, ${t('searchingOn')}` : '')
    : history.hasNextPage
      ? t('countOfLoaded', { loaded: history.items.length, count: process.latest })
      : t('countOfAll', { count: history.items.length });

  return (
    <section aria-labelledby="gebeurtenissen">
      <Heading level={2} id="gebeurtenissen">
        {t('decisions')}
      </Heading>
      <HistoryFilterBar
        filter={filter}
        order={order}
        people={choices.people}
        steps={choices.steps}
        onChange={change}
      />
      <p role="status" className="history-count">
        {history.data ? count : ''}
      </p>
      {history.error && <ProblemNotice error={history.error} onRetry={() => void history.refetch()} />}
      {history.isPending && !history.error && <Skeleton rows={8} />}
      {history.data && shown.length === 0 && !history.hasNextPage && (
        <div className="empty">
          <p>{t('nothingFound')}</p>
          <Button purpose="secondary" onClick={() => change(NO_FILTER)}>
            {t('clearFilter')}
          </Button>
        </div>
      )}
      <ol className="entries" reversed={order === 'newest'}>
        {shown.map((item) => (
          <HistoryEntry
            key={item.version}
            process={process.id}
            item={item}
            milestones={process.milestones.filter((each) => each.version === item.version)}
            latest={process.latest}
          />
        ))}
      </ol>
      {history.hasNextPage && !filtered && (
        <Button
          purpose="secondary"
          busy={history.isFetchingNextPage}
          onClick={() => void history.fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
    </section>
  );
}
