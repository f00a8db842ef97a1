import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import type { Update } from '#contract';
import type { SessionState } from './session-state.js';
import { NoticeBar } from '../../ui/notice-bar.js';
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
  const { failure, newer } = state.saving;
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
      {failure?.kind === 'refused' && (
        <NoticeBar kind="error">{t('refused', { message: failure.message })}</NoticeBar>
      )}
      {drawingHeldBack && (
        <NoticeBar kind="warning">
          {newer.actor
            ? t('newerDrawing', { version: newer.version, actor: newer.actor.name })
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
