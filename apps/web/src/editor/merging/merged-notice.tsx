import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { comparisonAddress } from '../../addresses.js';
import type { LastMerge } from './last-merge.js';
import { NoticeBar } from '../../ui/notice-bar.js';
import { ChangeLines } from './change-lines.js';

/** Says after a merge what came along from others, and where to see it. */
export function MergedNotice({
  process,
  merge: { answer, who, places },
  onDismiss,
}: {
  process: string;
  merge: LastMerge;
  onDismiss(): void;
}) {
  const { t } = useTranslation('merging');
  return (
    <NoticeBar
      kind="info"
      onDismiss={onDismiss}
      below={
        answer.cameAlong.length > 0 && (
          <ChangeLines changes={answer.cameAlong} left={answer.cameAlongLeft} places={places} />
        )
      }
    >
      {t('merged', { who, version: answer.version })}{' '}
      <Link className="nl-link" to={comparisonAddress(process, String(answer.base), String(answer.version))}>
        {t('see')}
      </Link>
      {answer.cameAlong.length > 0 && ` ${t('mergedAlong')}`}
    </NoticeBar>
  );
}
