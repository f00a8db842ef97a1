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
        <div key={start}>
          <label className="check">
            <input
              type="radio"
              name={name}
              aria-describedby={`${name}-${start}`}
              checked={value === start}
              onChange={() => onChange(start)}
            />
            {t(`form.${start}`)}
          </label>
          <p className="choice__text" id={`${name}-${start}`}>
            {t(`form.${start}Text`)}
          </p>
        </div>
      ))}
    </fieldset>
  );
}
