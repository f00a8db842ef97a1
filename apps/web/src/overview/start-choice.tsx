import { useId } from 'react';
import { useTranslation } from 'react-i18next';

export type Start = 'empty' | 'file';

/** Begin with an empty process or with a file. */
export function StartChoice({ value, onChange }: { value: Start; onChange: (start: Start) => void }) {
  const { t } = useTranslation('overview');
  const name = useId();
  return (
    <fieldset className="choice">
      <legend className="utrecht-form-label">{t('form.start')}</legend>
      {(['empty', 'file'] as const).map((start) => (
        <label key={start} className="check">
          <input type="radio" name={name} checked={value === start} onChange={() => onChange(start)} />
          {t(`form.${start}`)}
        </label>
      ))}
      {value === 'empty' && <p className="choice__text">{t('form.emptyText')}</p>}
    </fieldset>
  );
}
