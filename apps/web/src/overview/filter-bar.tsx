import { useTranslation } from 'react-i18next';
import type { DomainAnswer } from '#contract';
import { FormField } from '../ui/form-field.js';
import type { OverviewFilter } from './filter.js';

interface Props {
  filter: OverviewFilter;
  domains: readonly DomainAnswer[];
  onChange: (change: Partial<OverviewFilter>) => void;
}

/** Search in the overview, and narrow it down. */
export function FilterBar({ filter, domains, onChange }: Props) {
  const { t } = useTranslation('overview');
  return (
    <search className="filter-bar">
      <FormField label={t('search')}>
        {(control) => (
          <input
            {...control}
            type="search"
            className="utrecht-textbox utrecht-textbox--html-input"
            placeholder={t('searchHint')}
            value={filter.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </FormField>
      <FormField label={t('domain')}>
        {(control) => (
          <select
            {...control}
            className="utrecht-select utrecht-select--html-select"
            value={filter.domain}
            onChange={(event) => onChange({ domain: event.target.value })}
          >
            <option value="">{t('allDomains')}</option>
            {domains.map((domain) => (
              <option key={domain.id} value={domain.id}>
                {domain.name}
              </option>
            ))}
          </select>
        )}
      </FormField>
      <div className="filter-bar__checks">
        <label className="check">
          <input
            type="checkbox"
            checked={filter.undecidedOnly}
            onChange={(event) => onChange({ undecidedOnly: event.target.checked })}
          />
          {t('undecidedOnly')}
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={filter.withRetired}
            onChange={(event) => onChange({ withRetired: event.target.checked })}
          />
          {t('withRetired')}
        </label>
      </div>
    </search>
  );
}
