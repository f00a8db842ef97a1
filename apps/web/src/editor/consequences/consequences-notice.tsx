import { useTranslation } from 'react-i18next';
import { NoticeBar } from '../../ui/notice-bar.js';
import type { ConsequencesActs } from './use-consequences.js';

/** Shows which steps changed sides because somebody moved them to another lane. */
export function ConsequencesNotice({ told, dismissTold }: Pick<ConsequencesActs, 'told' | 'dismissTold'>) {
  const { t } = useTranslation('consequences');
  const { t: shell } = useTranslation('shell');
  const [first] = told;
  if (!first) return undefined;
  return (
    <NoticeBar kind="info" onDismiss={dismissTold}>
      {t('told', { count: told.length, name: first.name, side: shell(`side.${first.to}`) })}
    </NoticeBar>
  );
}
