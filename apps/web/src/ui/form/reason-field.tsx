import { useTranslation } from 'react-i18next';
import type { ComponentProps } from 'react';
import { TextArea } from './fields.js';

/** Longest text that the service takes, in characters. */
export const LONGEST_TEXT = 4000;

/** Why: asked wherever a person decides. */
export function ReasonField(props: Omit<ComponentProps<typeof TextArea>, 'label' | 'description'>) {
  const { t } = useTranslation();
  return (
    <TextArea
      label={t('reason')}
      description={t('reasonDescription')}
      rows={3}
      maxLength={LONGEST_TEXT}
      aria-required
      {...props}
    />
  );
}
