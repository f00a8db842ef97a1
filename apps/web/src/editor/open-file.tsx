import './start-panel.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decodeXml } from '#bpmn';
import { isRemarkable } from '../process/chosen-file/checked-file.js';
import type { CheckedFile } from '../process/chosen-file/checked-file.js';
import { FileFindings } from '../process/chosen-file/file-findings.js';
import { useChosenFile } from '../process/chosen-file/use-chosen-file.js';
import { Dialog } from '../ui/dialog.js';
import { inPlaceOf } from './consequences/in-place-of.js';
import { useEditing } from './editing-context.js';

/** Opens a drawing that was changed in another program, in place of the one on the canvas. */
export function OpenFile() {
  const { t } = useTranslation('editor');
  const { answer, drawing, consequences, saving } = useEditing();
  const [told, setTold] = useState<'opened' | 'refused'>();
  const open = async (file: CheckedFile) => {
    const decoded = file.problems.length === 0 ? decodeXml(file.bytes) : undefined;
    if (!decoded?.ok) return setTold('refused');
    const { ids, session } = drawing;
    const change = inPlaceOf(ids.saved, decoded.text);
    if (change && !(await consequences.considerFile(...change, ids.answer))) return setTold(undefined);
    const opened = await session.openFile(decoded.text, answer);
    if (opened) {
      saving.forgetTold();
      consequences.dismissTold();
    }
    setTold(!opened ? 'refused' : isRemarkable(file) ? 'opened' : undefined);
  };
  const chosen = useChosenFile((file) => void open(file));
  const { file, error } = chosen;
  const shown = error === undefined ? told : 'refused';
  const close = () => {
    setTold(undefined);
    chosen.forget();
  };
  return (
    <>
      <label className="nl-button nl-button--secondary start-panel__file">
        {t('openFile')}
        <input
          className="visually-hidden"
          type="file"
          accept=".bpmn,.xml,application/xml"
          onChange={({ target }) => {
            const [given] = target.files ?? [];
            // The same file can be chosen again.
            if (given) void chosen.choose(given).finally(() => (target.value = ''));
          }}
        />
      </label>
      {shown && (
        <Dialog title={t(shown === 'refused' ? 'cannotOpen' : 'aboutFile')} onClose={close}>
          {error && <p>{error}</p>}
          {shown === 'refused' && file?.problems.length === 0 ? (
            <p>{t('cannotDraw')}</p>
          ) : (
            file && <FileFindings file={file} />
          )}
        </Dialog>
      )}
    </>
  );
}
