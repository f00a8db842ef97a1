import { useTranslation } from 'react-i18next';

/** Stands where a page is being fetched; says so to screen readers as well. */
export function LoadingPage() {
  const { t } = useTranslation();
  return (
    <div className="loading" role="status">
      <p>{t('loading')}</p>
      <Skeleton rows={4} />
    </div>
  );
}

/** Grey bars in the place of what is coming; decoration only. */
export function Skeleton({ rows }: { rows: number }) {
  return (
    <div className="skeleton" aria-hidden="true">
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className="skeleton__row" />
      ))}
    </div>
  );
}
