import './overview.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useQuery } from '@tanstack/react-query';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFileDrop } from '../process/chosen-file/use-file-drop.js';
import { domainsQuery, processesQuery } from '../process/queries.js';
import { Skeleton } from '../ui/loading.js';
import { PageHeading } from '../ui/page-heading.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { mayWriteIn } from '../process/rights.js';
import { usePerson } from '../session.js';
import { useLiveUpdates } from '../process/use-live-updates.js';
import { DomainSection } from './domain-section.js';
import { FilterBar } from './filter-bar.js';
import { groupProcesses } from './filter.js';
import { useFilter } from './use-filter.js';

// Reading BPMN takes as much code as the whole overview; most visitors never need it here.
const NewProcessDialog = lazy(async () => ({
  default: (await import('./new-process-dialog.js')).NewProcessDialog,
}));

/** The domains with their processes, and the way to a new one. */
export function OverviewPage() {
  const { t } = useTranslation('overview');
  const person = usePerson();
  const domains = useQuery(domainsQuery);
  const processes = useQuery(processesQuery);
  const [filter, changeFilter] = useFilter();
  const [making, setMaking] = useState<{ file?: File }>();
  useLiveUpdates();

  const writable = useMemo(
    () => (domains.data ?? []).filter((domain) => mayWriteIn(person, domain.id)),
    [domains.data, person],
  );
  const take = useMemo(
    () => (writable.length > 0 && !making ? (file: File) => setMaking({ file }) : undefined),
    [writable, making],
  );
  const over = useFileDrop(take);
  const error = domains.error ?? processes.error;
  const loaded = domains.data && processes.data;
  const groups = loaded ? groupProcesses(processes.data, domains.data, filter) : [];
  const shown = groups.flatMap((group) => group.items);

  return (
    <>
      <div className="overview__head">
        <div>
          <PageHeading title={t('title')} />
          <Paragraph>{t('intro')}</Paragraph>
        </div>
        {writable.length > 0 ? (
          <div className="overview__new no-print">
            <Button purpose="primary" onClick={() => setMaking({})}>
              {t('new')}
            </Button>
            <span className="muted">{t('dropHint')}</span>
          </div>
        ) : (
          loaded && <p className="overview__new muted">{t('mayNotMake')}</p>
        )}
      </div>
      <FilterBar filter={filter} domains={domains.data ?? []} onChange={changeFilter} />
      {error && (
        <ProblemNotice
          error={error}
          onRetry={() => {
            void domains.refetch();
            void processes.refetch();
          }}
        />
      )}
      <p role="status" className="overview__count">
        {loaded
          ? `${t('processes', { count: shown.length })} · ${t('undecided', { count: total(shown.filter((each) => !each.retired)) })}`
          : ''}
      </p>
      {!loaded && !error && <Skeleton rows={8} />}
      {loaded && shown.length === 0 && (
        <div className="empty">
          <p>{t(processes.data.length === 0 ? 'nothingYet' : 'nothingFound')}</p>
          {processes.data.length > 0 && (
            <Button
              purpose="secondary"
              onClick={() => changeFilter({ text: '', domain: '', undecidedOnly: false, withRetired: false })}
            >
              {t('clearFilter')}
            </Button>
          )}
        </div>
      )}
      {groups.map((group) => (
        <DomainSection key={group.id} group={group} />
      ))}
      {over && <div className="drop-target">{t('dropHere')}</div>}
      <Suspense fallback={null}>
        {making && (
          <NewProcessDialog domains={writable} dropped={making.file} onClose={() => setMaking(undefined)} />
        )}
      </Suspense>
    </>
  );
}

const total = (items: { counts: { undecided: number } }[]): number =>
  items.reduce((sum, item) => sum + item.counts.undecided, 0);
