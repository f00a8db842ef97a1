import { useTranslation } from 'react-i18next';
import type { HistoryItem } from '#contract';
import { pieces, sentenceOf } from './sentences.js';

/** A decision as a plain sentence, with the names in it set apart. */
export function Sentence({ item }: { item: HistoryItem }) {
  const { t } = useTranslation(['history', 'shell']);
  return <WithNames text={sentenceOf(item, t)} />;
}

/** A sentence of which the names are set apart. */
export function WithNames({ text }: { text: string }) {
  return (
    <>
      {pieces(text).map((piece, index) => (index % 2 === 1 ? <strong key={index}>{piece}</strong> : piece))}
    </>
  );
}
