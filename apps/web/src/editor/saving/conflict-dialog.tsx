import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import type { MergedAnswer } from '#contract';
import { versionAddress } from '../../addresses.js';
import type { Subject } from '../../process/subject.js';
import type { Places } from '../../process/sentences/places.js';
import { CannotMerge } from '../merging/cannot-merge.js';
import type { Mine } from '../merging/use-merging.js';
import { calledBy, whoseWork } from '../merging/who.js';
import type { SaidOfIds } from '../moved-ids/said-of-ids.js';
import { usePerson } from '../../session.js';
import { loadTexts, type Texts } from '../../texts.js';
import { Dialog } from '../../ui/dialog.js';
import { absoluteTime } from '../../ui/times.js';
import type { Conflict } from './saving.js';

const DIFFERENCES: Texts = {
  nl: () => import('../../process/sentences/texts/comparison/nl.js'),
  en: () => import('../../process/sentences/texts/comparison/en.js'),
};

/** What compares and merges is fetched when it is needed, which is seldom. */
const MergeOffer = lazy(() =>
  Promise.all([import('../merging/merge-offer.js'), loadTexts(DIFFERENCES)]).then(
    ([{ MergeOffer: offer }]) => ({ default: offer }),
    () => ({ default: CannotMerge }),
  ),
);

interface Props {
  subject: Subject;
  conflict: Conflict;
  /** What was to be saved. */
  mine?: Mine;
  saidOfIds: SaidOfIds;
  onMerged(merge: { answer: MergedAnswer; who: string; places: Places }): Promise<void>;
  onDownloadMine(): void;
  onSaveOnTop(): void;
  onTakeTheirs(): Promise<void>;
  onLater(): void;
}

/**
 * Somebody saved in between: who and what, and how the two drawings go together; or what else to do with
 * them.
 */
export function ConflictDialog({ subject, conflict, mine, saidOfIds, onMerged, onLater, ...others }: Props) {
  const { t, i18n } = useTranslation('saving');
  const { t: merging } = useTranslation('merging');
  // What is on the canvas cannot change while the question stands; what is to be merged must not either.
  const [kept] = useState(mine);
  const { version, changes } = conflict;
  const { id: me } = usePerson();
  const isOwn = changes.length > 0 && changes.every(({ actor }) => actor.id === me);
  const drawings = changes.filter(({ type }) => type === 'DiagramSaved' || type === 'DiagramMerged');
  const who = whoseWork(drawings.length > 0 ? drawings : changes, me, merging);
  return (
    <Dialog title={t(isOwn ? 'conflictTitleOwn' : 'conflictTitle')} onClose={onLater}>
      <div className="stack">
        {changes.length === 0 ? (
          <p>{t('conflictNoList', { version })}</p>
        ) : (
          <div>
            <p>{t('conflictIntro')}</p>
            <ul>
              {changes.map((change) => (
                <li key={change.version}>
                  {t(change.note ? 'conflictItemNote' : 'conflictItem', {
                    version: change.version,
                    when: absoluteTime(change.at, i18n.language),
                    actor: calledBy(change.actor, me, merging),
                    note: change.note,
                  })}
                </li>
              ))}
            </ul>
          </div>
        )}
        {kept && (
          <Suspense fallback={<p role="status">{merging('reading')}</p>}>
            <MergeOffer
              subject={subject}
              mine={kept}
              version={version}
              who={who}
              saidOfIds={saidOfIds}
              onBack={onLater}
              onMerged={(answer, { places }) => onMerged({ answer, who, places })}
            />
          </Suspense>
        )}
        <details className="merge-otherwise">
          <summary>{merging('otherwise')}</summary>
          <Otherwise process={subject.id} version={version} {...others} />
        </details>
        <div className="actions">
          <Button purpose="subtle" onClick={onLater}>
            {t('decideLater')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

type OtherwiseProps = Pick<Props, 'onDownloadMine' | 'onSaveOnTop' | 'onTakeTheirs'> & {
  process: string;
  version: number;
};

/** What can be done with two drawings besides merging them. */
function Otherwise({ process, version, onDownloadMine, onSaveOnTop, onTakeTheirs }: OtherwiseProps) {
  const { t } = useTranslation('saving');
  const { t: shell } = useTranslation('shell');
  const [confirming, setConfirming] = useState(false);
  const [failed, setFailed] = useState(false);
  if (confirming) {
    return (
      <div className="stack">
        <p>{t('saveOnTopSure')}</p>
        <div className="actions">
          <Button purpose="primary" hint="negative" autoFocus onClick={onSaveOnTop}>
            {t('saveOnTopConfirm')}
          </Button>
          <Button purpose="secondary" onClick={() => setConfirming(false)}>
            {shell('cancel')}
          </Button>
        </div>
      </div>
    );
  }
  return (
    <div className="conflict-choices">
      {failed && <p role="alert">{t('takeTheirsFailed')}</p>}
      <a className="nl-link" href={versionAddress(process, version)} target="_blank" rel="noreferrer">
        {t('lookAtTheirs', { version })}
      </a>
      <Button purpose="secondary" onClick={() => void onTakeTheirs().catch(() => setFailed(true))}>
        {t('takeTheirs')}
      </Button>
      <Button purpose="secondary" onClick={() => setConfirming(true)}>
        {t('saveOnTop')}
      </Button>
      <Button purpose="secondary" onClick={onDownloadMine}>
        {t('downloadMine')}
      </Button>
    </div>
  );
}
