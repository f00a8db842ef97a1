import { useTranslation } from 'react-i18next';
import type { HistoryItem } from '#contract';
import { WithNames } from '../../process/sentences/sentence.js';
import { decisionWords, named } from '../../process/sentences/sentences.js';
import { NoticeBar } from '../../ui/notice-bar.js';
import type { Followed } from './followed.js';

/** Says after a save how many decisions went along with their steps, and which ended. */
export function FollowedNotice({
  followed: { along, gone, replaced },
  onDismiss,
}: {
  followed: Followed;
  onDismiss(): void;
}) {
  const { t } = useTranslation('movedIds');
  return (
    <NoticeBar
      kind="info"
      onDismiss={onDismiss}
      below={
        gone.length + replaced.length > 0 && (
          <>
            <Ended title={t('endedGone')} items={gone} />
            <Ended title={t('endedReplaced')} items={replaced} />
          </>
        )
      }
    >
      {t('wentAlong', { count: along })}
    </NoticeBar>
  );
}

function Ended({ title, items }: { title: string; items: HistoryItem[] }) {
  const { t } = useTranslation('movedIds');
  const { t: history } = useTranslation(['history', 'shell']);
  if (items.length === 0) return null;
  return (
    <>
      <p>{title}</p>
      <ul className="change-lines">
        {items.map((item) => (
          <li key={item.version}>
            <WithNames
              text={t('ended', {
                decision: decisionWords(item, history),
                element: named(item.elementName || item.elementId || item.flowId || ''),
              })}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
