import { useTranslation } from 'react-i18next';
import type { SessionState } from './session-state.js';
import { isSending, isUnsaved } from './saving.js';

/** One line that says whether the drawing is saved, and where the work is kept when it is not. */
export function SaveStanding({ state }: { state: SessionState }) {
  const { t } = useTranslation('saving');
  const { saving, kept } = state;
  const text = () => {
    if (isSending(saving)) return t('saving');
    if (saving.last)
      return t(saving.last.made ? 'saved' : 'nothingChanged', { version: saving.last.version });
    if (!isUnsaved(saving)) return t('allSaved');
    if (kept === 'failed') return t('unsavedNotKept');
    return t(kept === 'kept' ? 'unsavedKept' : 'unsaved');
  };
  return (
    <p className={isUnsaved(saving) ? 'save-standing save-standing--unsaved' : 'save-standing'} role="status">
      {text()}
    </p>
  );
}
