import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProcessItem } from '#contract';
import { processAddress } from '../addresses.js';
import { Sentence } from '../process/sentences/sentence.js';
import { Moment } from '../ui/moment.js';
import { ProcessMenu } from '../process/process-menu.js';
import { ShareBar } from '../process/share-bar.js';

/** A process in the overview: how it is cut, what is left to decide, what was decided last. */
export function ProcessRow({ item }: { item: ProcessItem }) {
  const { t } = useTranslation('overview');
  return (
    <tr className="utrecht-table__row" role="row">
      <th scope="row" role="rowheader" className="utrecht-table__cell overview-table__name">
        <Link className="nl-link" to={processAddress(item.id)}>
          {item.name}
        </Link>
        {item.retired && <span className="badge">{t('retired')}</span>}
        {item.parked && (
          <span className="badge badge--warning">{t('stale', { version: item.parked.version })}</span>
        )}
      </th>
      <Cell label={t('column.share')}>
        <ShareBar counts={item.counts} />
      </Cell>
      <Cell label={t('column.handovers')}>{item.counts.handovers}</Cell>
      <Cell label={t('column.toDecide')}>
        <ToDecide item={item} />
      </Cell>
      <Cell label={t('column.last')}>
        <span className="overview-table__last">
          <Sentence item={item.last} />
        </span>
        <span className="overview-table__when">
          <Moment at={item.last.at} />
        </span>
      </Cell>
      <Cell label={t('column.owner')}>
        {item.owner?.name ?? <span className="muted">{t('noOwner')}</span>}
      </Cell>
      <td role="cell" className="utrecht-table__cell overview-table__menu">
        <ProcessMenu process={item} withDownloads quiet />
      </td>
    </tr>
  );
}

function ToDecide({ item: { counts, retired } }: { item: ProcessItem }) {
  const { t } = useTranslation('overview');
  if (retired || counts.front + counts.back + counts.unknown === 0) return '–';
  return counts.undecided > 0 ? (
    <strong className="badge badge--open">{counts.undecided}</strong>
  ) : (
    t('allDecided')
  );
}

/** The label is seen only where the head of the table is not. */
function Cell({ label, children }: { label: string; children: ReactNode }) {
  return (
    <td role="cell" className="utrecht-table__cell">
      <span className="overview-table__label" aria-hidden="true">
        {label}
      </span>
      <div>{children}</div>
    </td>
  );
}
