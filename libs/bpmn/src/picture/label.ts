import { INK, PAPER, tag, text } from './svg.js';

/** Only so much of a name is drawn; the whole of it is the element's title. */
const LONGEST = 600;

/**
 * Width of a character in units of the font size, to break lines by: somewhat wider than Arial, since
 * machines without it use wider letters.
 */
function widthOf(character: string): number {
  if (/[ilIjtfr.,;:!|'()[\]{}]/.test(character)) return 0.36;
  if (/[mwMW@%]/.test(character)) return 0.95;
  if (/[A-Z&#]/.test(character)) return 0.74;
  return character.charCodeAt(0) < 0x2e80 ? 0.61 : 1;
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

/** A text in lines; somewhat smaller where it would not fit. */
export function label(
  value: string,
  { x, y, width, height = 1000, size = 12, anchor = 'middle', from = 'middle', rim, bold, turned }: Placing,
): string {
  if (value === '') return '';
  const most = (s: number) => Math.max(1, Math.floor(height / (s * 1.2)));
  const fitting =
    [size, size - 1, size - 2, size - 3].find((s) => wrapped(value, width, s, 1000).length <= most(s)) ??
    size - 2;
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
