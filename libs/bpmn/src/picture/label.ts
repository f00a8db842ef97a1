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

/** Every character is measured once: a picture may have millions. */
const measured = new Map<string, number>();

/**
 * Width of a character in units of the font size, to break lines by: a little wider than it is, since a
 * program may open the picture with other letters, and titles are bold.
 */
function widthOf(character: string): number {
  const known = measured.get(character);
  if (known !== undefined) return known;
  const plain = character.normalize('NFD').charCodeAt(0);
  const given = WIDTHS[plain - 32];
  const width = given === undefined ? (plain < 0x2e80 ? 0.61 : 1) : given / 970;
  if (character.length === 1) measured.set(character, width);
  return width;
}

/** About how wide a text is, in the units of `size`: nothing measures text where there is no browser. */
export function textWidth(value: string, size: number): number {
  let width = 0;
  for (const character of value) width += widthOf(character);
  return width * size;
}

interface Word {
  text: string;
  /** At a font size of 1. */
  width: number;
}

/** What is drawn of a text: the words of each of its paragraphs, measured. */
const wordsOf = (value: string): Word[][] =>
  value
    .slice(0, LONGEST)
    .split('\n')
    .map((paragraph) =>
      paragraph
        .split(/\s+/)
        .filter((text) => text !== '')
        .map((text) => ({ text, width: textWidth(text, 1) })),
    );

/**
 * Breaks a text into lines that fit a width; words that do not are cut; what exceeds `most` lines ends in an
 * ellipsis.
 */
export function wrapped(value: string, width: number, size: number, most: number): string[] {
  const lines = linesOf(wordsOf(value), width / size, most);
  const cut = lines.length > most || value.length > LONGEST;
  const kept = lines.slice(0, most);
  if (cut && kept.length > 0)
    kept[kept.length - 1] = `${kept
      .at(-1)!
      .replace(/[\s.,;:]+$/, '')
      .slice(0, -1)}…`;
  return kept;
}

/**
 * The lines of a text as far as `most` and some, each at most as wide as `room`, in units of the font size.
 */
function linesOf(paragraphs: Word[][], room: number, most: number): string[] {
  const blank = widthOf(' ');
  const lines: string[] = [];
  for (const paragraph of paragraphs) {
    let current: string[] = [];
    let taken = 0;
    for (const word of paragraph.flatMap((whole) => pieces(whole, room))) {
      if (current.length > 0 && taken + blank + word.width > room) {
        lines.push(current.join(' '));
        current = [];
        taken = 0;
      }
      taken += (current.length > 0 ? blank : 0) + word.width;
      current.push(word.text);
    }
    if (current.length > 0) lines.push(current.join(' '));
    if (lines.length > most) break;
  }
  return lines;
}

function pieces(word: Word, room: number): Word[] {
  if (word.width <= room) return [word];
  const parts: Word[] = [];
  let part: Word = { text: '', width: 0 };
  for (const character of word.text) {
    const width = widthOf(character);
    if (part.text !== '' && part.width + width > room) {
      parts.push(part);
      part = { text: '', width: 0 };
    }
    part = { text: part.text + character, width: part.width + width };
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
  const paragraphs = wordsOf(value);
  const fits = (s: number) => linesOf(paragraphs, width / s, most(s)).length <= most(s);
  const unbroken = (s: number) => paragraphs.every((words) => words.every((word) => word.width * s <= width));
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
