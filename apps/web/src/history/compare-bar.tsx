import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

interface Props {
  process: string;
  /** At most two versions, in the order in which they were chosen. */
  chosen: readonly number[];
  onClear: () => void;
}

/** Says what is chosen to compare, and leads to the differences once there are two. */
export function CompareBar({ process, chosen, onClear }: Props) {
  const { t } = useTranslation('history');
  const [from, to] = [...chosen].sort((one, other) => one - other);
  return (
    <div className={from === undefined ? 'compare no-print' : 'compare compare--chosen no-print'} role="status">
      {from === undefined && t('compare.explain')}
      {from !== undefined && to === undefined && t('compare.one', { version: from })}
      {from !== undefined && to !== undefined && (
        <Link className="nl-link" to={`/processen/${encodeURIComponent(process)}/verschillen?from=${from}&to=${to}`}>
          {t('compare.show', { from, to })}
        </Link>
      )}
      {from !== undefined && (
        <button type="button" className="nl-button nl-button--subtle" onClick={onClear}>
          {t('compare.clear')}
        </button>
      )}
    </div>
  );
}
