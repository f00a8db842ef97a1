import { Heading } from '@nl-design-system-candidate/heading-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { DomainGroup } from './filter.js';
import { ProcessRow } from './process-row.js';

const sum = (numbers: number[]): number => numbers.reduce((total, each) => total + each, 0);

/** One domain: its numbers, and its processes one per row. On a narrow screen every row becomes a block. */
export function DomainSection({ group }: { group: DomainGroup }) {
  const { t } = useTranslation('overview');
  const heading = useId();
  const undecided = sum(group.items.map((item) => (item.retired ? 0 : item.counts.undecided)));
  return (
    <section className="domain" aria-labelledby={heading}>
      <div className="domain__head">
        <Heading level={2} id={heading}>
          {group.name}
        </Heading>
        <p className="domain__counts">
          {t('processes', { count: group.items.length })} · {t('undecided', { count: undecided })}
        </p>
      </div>
      <table className="utrecht-table overview-table compact" role="table" aria-labelledby={heading}>
        <thead className="utrecht-table__header" role="rowgroup">
          <tr className="utrecht-table__row" role="row">
            {(['process', 'share', 'handovers', 'toDecide', 'last', 'owner'] as const).map((column) => (
              <th
                key={column}
                scope="col"
                role="columnheader"
                className={`utrecht-table__header-cell overview-table__column-${column}`}
              >
                {t(`column.${column}`)}
              </th>
            ))}
            <th scope="col" role="columnheader" className="utrecht-table__header-cell overview-table__menu">
              <span className="visually-hidden">{t('column.more')}</span>
            </th>
          </tr>
        </thead>
        <tbody className="utrecht-table__body" role="rowgroup">
          {group.items.map((item) => (
            <ProcessRow key={item.id} item={item} />
          ))}
        </tbody>
      </table>
    </section>
  );
}
