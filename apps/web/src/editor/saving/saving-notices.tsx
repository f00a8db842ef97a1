import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import type { Update } from '#contract';
import type { SessionState } from './session-state.js';
import { NoticeBar } from '../../ui/notice-bar.js';
import { useIsOver, usePerson } from '../../session.js';
import { calledBy } from '../merging/who.js';
import { isUnsaved } from './saving.js';

interface Props {
  state: SessionState;
  /** What somebody else did just now. */
  news: Update | undefined;
  onRetry(): void;
  onDismissNews(): void;
}

/** What went wrong with saving, and what others did in the meantime. */
export function SavingNotices({ state, news, onRetry, onDismissNews }: Props) {
  const { t } = useTranslation('saving');
  const { t: merging } = useTranslation('merging');
  const { id: me } = usePerson();
  const { failure, newer } = state.saving;
  const isOver = useIsOver(failure?.kind === 'refused' ? failure : undefined);
  const events = t('event', { returnObjects: true }) as Record<string, string>;
  const drawingHeldBack = isUnsaved(state.saving) && newer;
  const waits = newer && !drawingHeldBack && state.inHand;
  return (
    <>
      {failure?.kind === 'network' && (
        <NoticeBar
          kind="error"
          actions={
            <Button purpose="primary" onClick={onRetry}>
              {t('retry')}
            </Button>
          }
        >
          {t(state.kept === 'failed' ? 'networkNotKept' : 'network')}
        </NoticeBar>
      )}
      {failure?.kind === 'refused' && !isOver && (
        <NoticeBar kind="error">{t('refused', { message: failure.message })}</NoticeBar>
      )}
      {drawingHeldBack && (
        <NoticeBar kind="warning">
          {newer.actor
            ? t('newerDrawing', { version: newer.version, actor: calledBy(newer.actor, me, merging) })
            : t('newerDrawingOwn', { version: newer.version })}
        </NoticeBar>
      )}
      {news && !drawingHeldBack && (
        <NoticeBar kind="info" onDismiss={onDismissNews}>
          {t(waits ? 'newsWaits' : 'news', {
            actor: news.actor.name,
            version: news.version,
            what: events[news.type] ?? news.type,
          })}
        </NoticeBar>
      )}
    </>
  );
}
