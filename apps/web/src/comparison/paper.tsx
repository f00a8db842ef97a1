import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pair, PairSide } from '../panes/drawing/use-pair.js';

interface Props {
  pair: Pair;
  titles: Record<PairSide, string>;
}

/**
 * Wider than this, in units of the drawing, names on a sheet of A4 are too small to read: then it is cut in
 * pieces.
 */
const WIDEST = 1500;
const OVERLAP = 60;

/**
 * Both drawings as pictures for paper, made when somebody prints; what is on screen scrolls and would be cut
 * off.
 */
export function Paper({ pair, titles }: Props) {
  const { t } = useTranslation('comparison');
  const sheet = useRef<HTMLDivElement>(null);
  const put = useEffectEvent(() => {
    const { before, after } = pair.pictures();
    const pieces = { before: before ? inPieces(before) : [], after: after ? inPieces(after) : [] };
    const figures = Array.from({ length: Math.max(pieces.before.length, pieces.after.length) }).flatMap(
      (_, index) =>
        (['before', 'after'] as const).flatMap((side) => {
          const picture = pieces[side][index];
          return picture
            ? [
                figure(
                  picture,
                  titles[side],
                  pieces[side].length > 1 ? ` (${index + 1}/${pieces[side].length})` : '',
                ),
              ]
            : [];
        }),
    );
    sheet.current?.replaceChildren(...figures);
  });
  useEffect(() => {
    const toPaper = () => put();
    const take = () => sheet.current?.replaceChildren();
    const media = matchMedia('print');
    const turn = () => (media.matches ? toPaper() : take());
    window.addEventListener('beforeprint', toPaper);
    window.addEventListener('afterprint', take);
    media.addEventListener('change', turn);
    return () => {
      window.removeEventListener('beforeprint', toPaper);
      window.removeEventListener('afterprint', take);
      media.removeEventListener('change', turn);
    };
  }, []);
  return (
    <section className="paper" aria-label={t('drawings.title')}>
      <div ref={sheet} />
    </section>
  );
}

function figure(picture: SVGSVGElement, title: string, part: string): HTMLElement {
  const element = document.createElement('figure');
  const caption = document.createElement('figcaption');
  caption.textContent = title + part;
  picture.setAttribute('role', 'img');
  picture.setAttribute('aria-label', title + part);
  element.append(caption, picture);
  return element;
}

/** The picture, or as many copies as show it piece by piece. */
function inPieces(picture: SVGSVGElement): SVGSVGElement[] {
  const { x, y, width, height } = picture.viewBox.baseVal;
  const count = Math.ceil(width / WIDEST);
  if (count <= 1) return [picture];
  const each = width / count;
  return Array.from({ length: count }, (_, index) => {
    const piece = index === count - 1 ? picture : (picture.cloneNode(true) as SVGSVGElement);
    const left = Math.max(x, x + index * each - OVERLAP);
    piece.setAttribute(
      'viewBox',
      `${left} ${y} ${Math.min(x + width, x + (index + 1) * each + OVERLAP) - left} ${height}`,
    );
    return piece;
  });
}
