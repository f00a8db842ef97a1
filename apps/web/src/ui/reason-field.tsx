import { useTranslation } from 'react-i18next';
import { FormField } from './form-field.js';

/** Longest text that the service takes, in characters. */
export const LONGEST_TEXT = 4000;

/** Why: asked wherever a person decides. */
export function ReasonField({
  value,
  error,
  onChange,
}: {
  value: string;
  error?: string | undefined;
  onChange: (reason: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <FormField label={t('reason')} description={t('reasonDescription')} error={error}>
      {(control) => (
        <textarea
          {...control}
          className={`utrecht-textarea utrecht-textarea--html-textarea${error ? ' utrecht-textarea--invalid' : ''}`}
          rows={3}
          maxLength={LONGEST_TEXT}
          aria-required
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </FormField>
  );
}
