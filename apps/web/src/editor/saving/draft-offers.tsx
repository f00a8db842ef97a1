import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import { Dialog } from '../../ui/dialog.js';
import { absoluteTime } from '../../ui/times.js';
import type { Draft, DraftOffer } from './draft.js';
import { NoticeBar } from '../../ui/notice-bar.js';

interface Props {
  offers: DraftOffer[];
  /** Absent where the drawing cannot be changed: the work can then only be taken along. */
  onContinue?: ((draft: Draft) => void) | undefined;
  onDiscard(draft: Draft): void;
  onDownload(draft: Draft): void;
}

/** Unsaved work of before, to go on with, to download, or to throw away. */
export function DraftOffers({ offers, onContinue, onDiscard, onDownload }: Props) {
  const { t, i18n } = useTranslation('saving');
  const { t: shell } = useTranslation('shell');
  const [discarding, setDiscarding] = useState<Draft>();
  const when = (draft: Draft) => absoluteTime(draft.at, i18n.language);
  return (
    <>
      {offers.map(({ draft, behind, kept }) => (
        <NoticeBar
          key={draft.id}
          kind="warning"
          actions={
            <>
              {onContinue && (
                <Button purpose="primary" onClick={() => onContinue(draft)}>
                  {t('continueDraft')}
                </Button>
              )}
              <Button purpose="secondary" onClick={() => onDownload(draft)}>
                {t('downloadDraft')}
              </Button>
              <Button purpose="secondary" onClick={() => setDiscarding(draft)}>
                {t('discardDraft')}
              </Button>
            </>
          }
        >
          {t('draftFound', { when: when(draft) })}{' '}
          {kept ? (onContinue ? behind && t('draftBehind') : t('draftNotNow')) : t('draftUnkept')}
        </NoticeBar>
      ))}
      {discarding && (
        <Dialog title={t('discardDraft')} onClose={() => setDiscarding(undefined)}>
          <div className="stack">
            <p>{t('discardSure', { when: when(discarding) })}</p>
            <div className="actions">
              <Button
                purpose="primary"
                hint="negative"
                onClick={() => {
                  onDiscard(discarding);
                  setDiscarding(undefined);
                }}
              >
                {t('discardDraft')}
              </Button>
              <Button purpose="secondary" onClick={() => setDiscarding(undefined)}>
                {shell('cancel')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
