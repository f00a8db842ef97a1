import { useTranslation } from 'react-i18next';
import { shiftSentence } from '../process/sentences/change-sentence.js';

/** The whole drawing moved: one line, however many shapes it has. */
export function ShiftLine({ shifted }: { shifted: { dx: number; dy: number } }) {
  const { t } = useTranslation(['comparison', 'history', 'shell']);
  return <p>{shiftSentence(shifted, t)}</p>;
}
