import { useTranslation } from 'react-i18next';
import { fileName } from '#bpmn';
import { useEditing } from './editing-context.js';
import { downloadText } from './saving/download-text.js';
import { unsavedName } from './saving/unsaved-name.js';

const TYPES = { bpmn: 'application/xml', svg: 'image/svg+xml' };

/** Gives the person what is on the screen or kept in the browser as a file, whose name says what is in it. */
export function useDownload() {
  const { t } = useTranslation('saving');
  const { answer } = useEditing();
  const { name } = answer;
  return {
    /**
     * Work that the service does not have.
     * @param base the version it was made on
     * @param at when it was last changed; now if left out
     */
    unsaved: (text: string, base: number, ending: 'bpmn' | 'svg', at = Date.now()) =>
      downloadText(
        unsavedName({ name, base, at }, (version) => t('unsavedFile', version), ending),
        text,
        TYPES[ending],
      ),
    /** The newest version as it looks on the screen. */
    onScreen: (svg: string) =>
      downloadText(fileName(name, [`v${answer.version}`, t('screenFile')], 'svg'), svg, TYPES.svg),
  };
}
