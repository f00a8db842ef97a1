import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import { Dialog } from '../shell/dialog.js';
import { absoluteTime } from '../shell/times.js';
import type { Conflict } from './saving.js';

interface Props {
  process: string;
  conflict: Conflict;
  onDownloadMine(): void;
  onSaveOnTop(): void;
  onTakeTheirs(): Promise<void>;
  onLater(): void;
}

/** Somebody saved in between: who and what, and what to do with two drawings. */
export function ConflictDialog({ process, conflict, onDownloadMine, onSaveOnTop, onTakeTheirs, onLater }: Props) {
  const { t, i18n } = useTranslation('saving');
  const [confirming, setConfirming] = useState(false);
  const [failed, setFailed] = useState(false);
  const { version, changes } = conflict;
  return (
    <Dialog title={t('conflictTitle')} onClose={onLater}>
      <div className="stack">
        {changes.length === 0 ? <p>{t('conflictNoList', { version })}</p> : (
          <div>
            <p>{t('conflictIntro')}</p>
            <ul>
              {changes.map((change) => (
                <li key={change.version}>
                  {t(change.note ? 'conflictItemNote' : 'conflictItem', {
                    version: change.version, when: absoluteTime(change.at, i18n.language), actor: change.actor.name, note: change.note,
                  })}
                </li>
              ))}
            </ul>
          </div>
        )}
        {failed && <p role="alert">{t('putAsideFailed')}</p>}
        {confirming ? (
          <div className="stack">
            <p>{t('saveOnTopSure')}</p>
            <div className="actions">
              <Button purpose="primary" hint="negative" autoFocus onClick={onSaveOnTop}>{t('saveOnTopConfirm')}</Button>
              <Button purpose="secondary" onClick={() => setConfirming(false)}>{t('decideLater')}</Button>
            </div>
          </div>
        ) : (
          <div className="conflict-choices">
            <a className="nl-link" href={`/processen/${encodeURIComponent(process)}/versies/${version}`} target="_blank" rel="noreferrer">
              {t('lookAtTheirs', { version })}
            </a>
            <Button purpose="primary" onClick={() => void onTakeTheirs().catch(() => setFailed(true))}>{t('takeTheirs')}</Button>
            <Button purpose="secondary" onClick={() => setConfirming(true)}>{t('saveOnTop')}</Button>
            <Button purpose="secondary" onClick={onDownloadMine}>{t('downloadMine')}</Button>
            <Button purpose="subtle" onClick={onLater}>{t('decideLater')}</Button>
          </div>
        )}
      </div>
    </Dialog>
  );
}
