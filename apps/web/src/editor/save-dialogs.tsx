import { useEditing } from './editing-context.js';
import { ConflictDialog } from './saving/conflict-dialog.js';
import { downloadText, fileName } from './saving/download-text.js';
import { LossDialog } from './saving/loss-dialog.js';

/** What has to be answered before a save goes on: somebody was first, or something would be lost. */
export function SaveDialogs() {
  const { subject, answer, drawing, saving } = useEditing();
  const { session, canvas } = drawing;
  const { conflict } = session.state.saving;
  const download = (xml: string) => downloadText(fileName(answer.name, 'bpmn'), xml, 'application/xml');
  return (
    <>
      {conflict && (
        <ConflictDialog
          subject={subject}
          conflict={conflict}
          onDownloadMine={() => void canvas?.xml().then(download)}
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
          version={answer.version}
          onSave={saving.saveDespiteLoss}
          onCancel={saving.cancelLoss}
        />
      )}
    </>
  );
}
