import './start-panel.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { decodeXml, describeProblem, readDiagram } from '#bpmn';
import { Dialog } from '../ui/dialog.js';
import { useEditing } from './editing-context.js';

/** Opens a drawing that was changed in another program, in place of the one on the canvas. */
export function OpenFile() {
  const { t, i18n } = useTranslation('editor');
  const { answer, drawing } = useEditing();
  const [problems, setProblems] = useState<string[]>([]);
  const open = async (file: File) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const reading = readDiagram(bytes);
    if (!reading.ok) {
      const language = i18n.language === 'en' ? 'en' : 'nl';
      return setProblems(reading.problems.map((problem) => describeProblem(problem, language)));
    }
    const decoded = decodeXml(bytes);
    const opened = decoded.ok && (await drawing.session.openFile(decoded.text, answer));
    if (!opened) setProblems([t('cannotDraw')]);
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
            const [file] = target.files ?? [];
            // The same file can be chosen again.
            if (file) void open(file).finally(() => (target.value = ''));
          }}
        />
      </label>
      {problems.length > 0 && (
        <Dialog title={t('cannotOpen')} onClose={() => setProblems([])}>
          <ul>
            {problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </Dialog>
      )}
    </>
  );
}
