import { useTranslation } from 'react-i18next';

/** Stands where the two drawings cannot be brought together here. */
export function CannotMerge() {
  const { t } = useTranslation('merging');
  return <p role="alert">{t('impossible')}</p>;
}
