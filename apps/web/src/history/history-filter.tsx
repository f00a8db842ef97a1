import { useTranslation } from 'react-i18next';
import { FormField } from '../ui/form-field.js';
import type { Choice, HistoryFilter } from './filter-history.js';
import { KINDS } from './kinds.js';
import type { HistoryView } from './use-history-filter.js';
import type { Order } from './windows.js';

interface Props {
  filter: HistoryFilter;
  order: Order;
  people: readonly Choice[];
  steps: readonly Choice[];
  onChange: (change: Partial<HistoryView>) => void;
}

/** Narrows the history down, and turns it around. */
export function HistoryFilterBar({ filter, order, people, steps, onChange }: Props) {
  const { t } = useTranslation('history');
  const kinds = KINDS.map((kind) => ({ id: kind, name: t(`kind.${kind}`) }));
  return (
    <search className="history-filter compact">
      <FormField label={t('filter.text')}>
        {(control) => (
          <input
            {...control}
            type="search"
            className="utrecht-textbox utrecht-textbox--html-input"
            value={filter.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </FormField>
      <Chooser
        label={t('filter.kind')}
        all={t('filter.allKinds')}
        value={filter.kind}
        choices={kinds}
        onChange={(kind) => onChange({ kind })}
      />
      <Chooser
        label={t('filter.person')}
        all={t('filter.allPeople')}
        value={filter.person}
        choices={people}
        onChange={(person) => onChange({ person })}
      />
      <Chooser
        label={t('filter.step')}
        all={t('filter.allSteps')}
        value={filter.step}
        choices={steps}
        onChange={(step) => onChange({ step })}
      />
      <FormField label={t('order')}>
        {(control) => (
          <select
            {...control}
            className="utrecht-select utrecht-select--html-select"
            value={order}
            onChange={(event) => onChange({ order: event.target.value === 'oldest' ? 'oldest' : 'newest' })}
          >
            <option value="newest">{t('newestFirst')}</option>
            <option value="oldest">{t('oldestFirst')}</option>
          </select>
        )}
      </FormField>
    </search>
  );
}

interface ChooserProps {
  label: string;
  all: string;
  value: string;
  choices: readonly Choice[];
  onChange: (id: string) => void;
}

function Chooser({ label, all, value, choices, onChange }: ChooserProps) {
  return (
    <FormField label={label}>
      {(control) => (
        <select
          {...control}
          className="utrecht-select utrecht-select--html-select"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        >
          <option value="">{all}</option>
          {choices.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {choice.name}
            </option>
          ))}
        </select>
      )}
    </FormField>
  );
}
