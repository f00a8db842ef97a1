import { useEditing } from './editing-context.js';
import { ConflictDialog } from './saving/conflict-dialog.js';
import { MovedIdsDialog } from './moved-ids/moved-ids-dialog.js';
import { LossDialog } from './saving/loss-dialog.js';
import { useDownload } from './use-download.js';

/**
 * What has to be answered before a save goes on: somebody was first, something would be lost, or
 * ids of decisions stand on other steps.
 */
export function SaveDialogs() {
  const { subject, answer, drawing, saving } = useEditing();
  const { session, canvas } = drawing;
  const { conflict, moved, seen } = session.state.saving;
  const download = useDownload();
  return (
    <>
      {conflict && (
        <ConflictDialog
          subject={subject}
          conflict={conflict}
          onDownloadMine={() => void canvas?.xml().then((xml) => download.unsaved(xml, seen, 'bpmn'))}
          onSaveOnTop={saving.saveOnTop}
          onTakeTheirs={saving.takeTheirs}
          onMerged={saving.merged}
          {...(session.unsaved && { mine: { ...session.unsaved, note: saving.note() } })}
          saidOfIds={session.saidOfIds}
          onLater={() => session.putConflictOff()}
        />
      )}
      {moved && (
        <MovedIdsDialog
          moved={moved}
          process={answer}
          outline={drawing.state.outline}
          onAnswer={saving.answerIds}
          onBack={() => session.putIdsOff()}
        />
      )}
      {saving.loss && (
        <LossDialog
          loss={saving.loss.report}
          version={answer.version}
          onSave={saving.saveDespiteLoss}
          onCancel={saving.cancelLoss}
        />
      )}
    </>
  );
}
