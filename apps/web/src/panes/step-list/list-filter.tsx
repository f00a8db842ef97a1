import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/form-field.js';
import type { Filter, Order } from './rows.js';

interface Props {
  filter: Filter;
  order: Order;
  lanes: string[];
  onFilter(filter: Filter): void;
  onOrder(order: Order): void;
}

const sides: Filter['side'][] = ['all', 'undecided', 'front', 'back', 'unknown', 'disagrees'];
const orders: Order[] = ['flow', 'name', 'lane', 'side'];

/** What the list shows, and in which order. */
export function ListFilter({ filter, order, lanes, onFilter, onOrder }: Props) {
  const { t } = useTranslation('stepList');
  return (
    <search className="list-filter" aria-label={t('filter')}>
      <FormField label={t('filterText')}>
        {(control) => (
          <input
            {...control}
            className="utrecht-textbox utrecht-textbox--html-input"
            type="search"
            value={filter.text}
            onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={t('filterSide')}>
        {(control) => (
          <select
            {...control}
            className="utrecht-select utrecht-select--html-select"
            value={filter.side}
            onChange={(event) => onFilter({ ...filter, side: event.target.value as Filter['side'] })}
          >
            {sides.map((side) => (
              <option key={side} value={side}>
                {t(`show.${side}`)}
              </option>
            ))}
          </select>
        )}
      </FormField>
      {lanes.length > 1 && (
        <FormField label={t('filterLane')}>
          {(control) => (
            <select
              {...control}
              className="utrecht-select utrecht-select--html-select"
              value={filter.lane}
              onChange={(event) => onFilter({ ...filter, lane: event.target.value })}
            >
              <option value="">{t('allLanes')}</option>
              {lanes.map((lane) => (
                <option key={lane} value={lane}>
                  {lane}
                </option>
              ))}
            </select>
          )}
        </FormField>
      )}
      <FormField label={t('order')}>
        {(control) => (
          <select
            {...control}
            className="utrecht-select utrecht-select--html-select"
            value={order}
            onChange={(event) => onOrder(event.target.value as Order)}
          >
            {orders.map((each) => (
              <option key={each} value={each}>
                {t(`orders.${each}`)}
              </option>
            ))}
          </select>
        )}
      </FormField>
    </search>
  );
}
