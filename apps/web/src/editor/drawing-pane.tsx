import { useTranslation } from 'react-i18next';
import { newKey } from '../http.js';
import { useEditing } from './editing-context.js';
import { startDrawing } from './start-drawing.js';
import { StartPanel } from './start-panel.js';

/** The drawing; where there is none yet, the ways to begin one. */
export function DrawingPane() {
  const { t } = useTranslation('editor');
  const { t: panes } = useTranslation('panes');
  const { answer, drawing, editable } = useEditing();
  const { session, state, canvas, container, error } = drawing;
  const startEmpty = () => {
    const names = { front: t('startName'), back: t('startBack') };
    const xml = startDrawing(names, (prefix) => `${prefix}_${newKey().slice(0, 8)}`);
    void session.takeUp(xml, answer.version);
  };
  return (
    <section className="editor__drawing" aria-label={panes('drawing', { name: answer.name })}>
      <p className="visually-hidden">{t(editable ? 'drawingHelp' : 'drawingHelpForReaders')}</p>
      <div className="editor__canvas" ref={container} />
      {!state.loaded && answer.diagram && error === undefined && (
        <p className="editor__loading" role="status">
          {t('loadingDrawing')}
        </p>
      )}
      {!state.loaded && !answer.diagram && canvas && <StartPanel onStartEmpty={startEmpty} />}
    </section>
  );
}
