import './merging.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { useTranslation } from 'react-i18next';
import type { MergedAnswer } from '#contract';
import type { Subject } from '../../process/subject.js';
import { outlineOf } from '../../process/diagram-query.js';
import { MovedIdsDialog } from '../moved-ids/moved-ids-dialog.js';
import type { SaidOfIds } from '../moved-ids/said-of-ids.js';
import { CannotMerge } from './cannot-merge.js';
import { ConflictChoices } from './conflict-choices.js';
import { ChangeLines } from './change-lines.js';
import { useMerging, type Held, type Mine, type MergingState } from './use-merging.js';

interface Props {
  subject: Subject;
  mine: Mine;
  /** The newest version as far as known. */
  version: number;
  /** Whose work was saved since. */
  who: string;
  saidOfIds: SaidOfIds;
  onBack(): void;
  onMerged(answer: MergedAnswer, held: Held): Promise<void>;
}

/** One click where two people's work goes together; else what to choose, and then one click. */
export function MergeOffer({ subject, mine, version, who, saidOfIds, onBack, onMerged }: Props) {
  const { t } = useTranslation('merging');
  const merging = useMerging(subject, mine, version, saidOfIds, onMerged);
  const { held, impossible, failure, moved } = merging;
  if (impossible) return <CannotMerge />;
  if (!held) return <p role="status">{t('reading')}</p>;
  return (
    <div className="stack">
      {held.conflicts.length === 0 ? (
        <Together held={held} merging={merging} who={who} />
      ) : (
        <ConflictChoices held={held} merging={merging} mine={mine} who={who} />
      )}
      {moved && (
        <MovedIdsDialog
          moved={moved}
          process={held.theirs}
          outline={outlineOf(mine.xml)}
          onAnswer={merging.answerIds}
          onBack={onBack}
        />
      )}
      {failure && (
        <p role="alert" className="merge-failure">
          {t('failed', { message: failure })}
        </p>
      )}
    </div>
  );
}

function Together({ held, merging, who }: { held: Held; merging: MergingState; who: string }) {
  const { t } = useTranslation('merging');
  return (
    <>
      <div>
        <p role="status">✓ {t('together', { who })}</p>
        {held.comesAlong.length > 0 && <p>{t('comesAlong', { who })}</p>}
        {held.comesAlong.length === 0 && held.layoutComesAlong && <p>{t('onlyLayout', { who })}</p>}
        <ChangeLines changes={held.comesAlong} places={held.places} />
      </div>
      <div className="actions">
        <Button purpose="primary" busy={merging.busy} autoFocus onClick={() => void merging.send()}>
          {t(merging.busy ? 'mergeBusy' : 'merge')}
        </Button>
      </div>
    </>
  );
}
