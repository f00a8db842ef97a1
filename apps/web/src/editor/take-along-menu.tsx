import { useTranslation } from 'react-i18next';
import { DownloadLinks } from '../process/download-menu.js';
import { Disclosure } from '../ui/disclosure.js';
import { useEditing } from './editing-context.js';
import { withLetters } from './picture-letters.js';
import { useDownload } from './use-download.js';

/** The ways to take the drawing along: as saved, with all that was decided, or as it is on the screen now. */
export function TakeAlongMenu() {
  const { t } = useTranslation('editor');
  const { t: shell } = useTranslation('shell');
  const { subject, drawing } = useEditing();
  const { canvas, drawn, unsaved, state } = drawing;
  const download = useDownload();
  const takePicture = async () => {
    if (!canvas) return;
    const svg = await withLetters(await canvas.svg());
    if (unsaved) download.unsaved(svg, state.saving.seen, 'svg');
    else download.onScreen(svg);
  };
  return (
    <Disclosure label={shell('download.label')}>
      {(close) => (
        <>
          <DownloadLinks id={subject.id} onChosen={close} />
          {canvas && drawn && (
            <ul className="menu">
              <li>
                <button
                  type="button"
                  className="menu__item"
                  onClick={() => {
                    close();
                    void takePicture();
                  }}
                >
                  {t('pictureSvg')}
                </button>
              </li>
            </ul>
          )}
        </>
      )}
    </Disclosure>
  );
}
