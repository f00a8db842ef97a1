import type { ProcessAnswer } from '#contract';
import { ConflictDialog } from './saving/conflict-dialog.js';
import type { EditingSession } from './saving/editing-session.js';
import { LossDialog } from './saving/loss-dialog.js';
import type { useSaving } from './use-saving.js';

interface Props {
  process: ProcessAnswer;
  session: EditingSession;
  saving: ReturnType<typeof useSaving>;
  onDownloadMine(): void;
}

/** What has to be answered before a save goes on: somebody was first, or something would be lost. */
export function SaveDialogs({ process, session, saving, onDownloadMine }: Props) {
  const { conflict } = session.state.saving;
  return (
    <>
      {conflict && (
        <ConflictDialog
          process={process.id}
          conflict={conflict}
          onDownloadMine={onDownloadMine}
          onSaveOnTop={saving.saveOnTop}
          onTakeTheirs={saving.takeTheirs}
          onMerged={saving.merged}
          {...(session.unsaved && { mine: { ...session.unsaved, note: saving.note() } })}
          onLater={() => session.putConflictOff()}
        />
      )}
      {saving.loss && (
        <LossDialog
          loss={saving.loss.report}
          version={process.version}
          onSave={saving.saveDespiteLoss}
          onCancel={saving.cancelLoss}
        />
      )}
    </>
  );
}
