import { INK, PAPER, tag, text } from './svg.js';

/** Only so much of a name is drawn; the whole of it is the element's title. */
const LONGEST = 600;

/** Widths of the characters of IBM Plex Sans from blank to tilde, in thousandths of the font size. */
const WIDTHS = [
  236, 284, 419, 713, 598, 927, 694, 242, 335, 335, 450, 600, 272, 399, 272, 383, 600, 600, 600, 600, 600,
  600, 600, 600, 600, 600, 292, 292, 600, 600, 600, 477, 891, 641, 653, 621, 671, 583, 559, 695, 707, 400,
  510, 634, 501, 812, 707, 708, 606, 708, 640, 581, 572, 678, 609, 891, 613, 593, 580, 317, 383, 317, 600,
  565, 600, 534, 580, 503, 580, 549, 324, 528, 568, 250, 250, 527, 272, 873, 568, 560, 580, 580, 367, 487,
  351, 568, 492, 768, 507, 499, 464, 343, 314, 343, 600,
];

/**
 * Width of a character in units of the font size, to break lines by: a little wider than it is, since a
 * program may open the picture with other letters, and titles are bold.
 */
function widthOf(character: string): number {
  const plain = character.normalize('NFD').charCodeAt(0);
  const known = WIDTHS[plain - 32];
  return known === undefined ? (plain < 0x2e80 ? 0.61 : 1) : known / 970;
}

/** About how wide a text is, in the units of `size`: nothing measures text where there is no browser. */
export function textWidth(value: string, size: number): number {
  let width = 0;
  for (const character of value) width += widthOf(character);
  return width * size;
}

/**
 * Breaks a text into lines that fit a width; words that do not are cut; what exceeds `most` lines ends in an
 * ellipsis.
 */
export function wrapped(value: string, width: number, size: number, most: number): string[] {
  const lines: string[] = [];
  for (const paragraph of value.slice(0, LONGEST).split('\n')) {
    let current = '';
    for (const word of paragraph
      .split(/\s+/)
      .filter((w) => w !== '')
      .flatMap((w) => pieces(w, width, size))) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (current !== '' && textWidth(longer, size) > width) {
        lines.push(current);
        current = word;
      } else current = longer;
    }
    if (current !== '') lines.push(current);
    if (lines.length > most) break;
  }
  const cut = lines.length > most || value.length > LONGEST;
  const kept = lines.slice(0, most);
  if (cut && kept.length > 0)
    kept[kept.length - 1] = `${kept
      .at(-1)!
      .replace(/[\s.,;:]+$/, '')
      .slice(0, -1)}…`;
  return kept;
}

function pieces(word: string, width: number, size: number): string[] {
  if (textWidth(word, size) <= width) return [word];
  const parts: string[] = [];
  let part = '';
  for (const character of word) {
    if (part !== '' && textWidth(part + character, size) > width) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

interface Placing {
  /** Middle of the text, or its left edge with `anchor: 'start'`. */
  x: number;
  /** Middle of all lines, or the top of the first with `from: 'top'`. */
  y: number;
  width: number;
  height?: number;
  size?: number;
  anchor?: 'middle' | 'start';
  from?: 'middle' | 'top';
  /** A rim of paper around the letters, where lines may pass behind. */
  rim?: boolean;
  bold?: boolean;
  /** Turned to be read from below, for pools and lanes. */
  turned?: boolean;
}

/** A text in lines; somewhat smaller where it would not fit, or a word would have to be broken. */
export function label(
  value: string,
  { x, y, width, height = 1000, size = 12, anchor = 'middle', from = 'middle', rim, bold, turned }: Placing,
): string {
  if (value === '') return '';
  const most = (s: number) => Math.max(1, Math.floor(height / (s * 1.2)));
  const sizes = [size, size - 1, size - 2, size - 3];
  const fits = (s: number) => wrapped(value, width, s, 1000).length <= most(s);
  const unbroken = (s: number) => value.split(/\s+/).every((word) => textWidth(word, s) <= width);
  const fitting = sizes.find((s) => fits(s) && unbroken(s)) ?? sizes.find(fits) ?? size - 2;
  const lines = wrapped(value, width, fitting, most(fitting));
  const step = fitting * 1.2;
  const top = from === 'top' ? y + fitting : y - ((lines.length - 1) * step) / 2 + fitting * 0.35;
  return tag(
    'text',
    {
      'font-size': fitting,
      'text-anchor': anchor,
      fill: INK,
      'font-weight': bold ? 'bold' : undefined,
      ...(rim && { stroke: PAPER, 'stroke-width': 3, 'stroke-linejoin': 'round', 'paint-order': 'stroke' }),
      transform: turned ? `rotate(-90 ${x} ${y})` : undefined,
    },
    ...lines.map((part, i) => tag('tspan', { x, y: top + i * step }, text(part))),
  );
}
