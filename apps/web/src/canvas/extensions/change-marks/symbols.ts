import { badgeAt, draw } from '../../diagram/badges.js';
import { LETTERS } from '../../diagram/letters.js';

/** What happened to an element, as one sees it in a drawing. `drawn`: only its place or size is another. */
export const SYMBOLS = ['added', 'removed', 'moved', 'changed', 'decided', 'drawn'] as const;
export type ChangeSymbol = (typeof SYMBOLS)[number];

/**
 * Lines are told apart by their pattern, symbols by their shape; colour only helps. All are at least 4.5 : 1
 * on white.
 */
export const looks: Record<ChangeSymbol, { colour: string; halo: string; dashes: string }> = {
  added: { colour: '#0b6b2e', halo: '#5fd38a', dashes: 'none' },
  removed: { colour: '#a3122c', halo: '#ff9aa9', dashes: '9 5' },
  moved: { colour: '#005f6b', halo: '#7fdbe6', dashes: '14 4 2 4' },
  changed: { colour: '#6b5200', halo: '#ffd84d', dashes: '2 4' },
  decided: { colour: '#333333', halo: '#d9d9d9', dashes: '20 4' },
  drawn: { colour: '#595959', halo: '#d9d9d9', dashes: '1 6' },
};

/** In a square of 14 around the origin: plus, minus, arrow, wave, tick, cross of arrows. */
export const symbolPaths: Record<ChangeSymbol, string> = {
  added: 'M-5 0 H5 M0 -5 V5',
  removed: 'M-5 0 H5',
  moved: 'M-5.500 0 H5 M1 -4.500 L5.500 0 L1 4.500',
  changed: 'M-5.500 1.500 C-3.500 -4 -1.500 -2.500 0 0 S3.500 4 5.500 -1.500',
  decided: 'M-5 0.500 L-1.500 4.500 L5 -4.500',
  drawn: 'M-5 0 H5 M0 -5 V5 M-3 -2 L-5 0 L-3 2 M3 -2 L5 0 L3 2 M-2 -3 L0 -5 L2 -3 M-2 3 L0 5 L2 3',
};

const HEIGHT = 18;
const DIGIT = 7.5;

/** How wide a badge with these numbers is. */
export const badgeWidth = (numbers: string): number => HEIGHT + 6 + numbers.length * DIGIT;

/** A symbol with the numbers of its sentences in the list; `x` and `y` are its left and top. */
export function changeBadge(
  parent: SVGElement,
  symbol: ChangeSymbol,
  numbers: string,
  x: number,
  y: number,
): void {
  const { colour } = looks[symbol];
  const group = badgeAt(parent, x, y, `change-badge change-badge-${symbol}`);
  // Unlike other badges it can be pointed at: that of a removed flow is easier to hit than the flow.
  group.removeAttribute('pointer-events');
  draw(group, 'rect', {
    width: badgeWidth(numbers),
    height: HEIGHT,
    rx: 3,
    fill: '#ffffff',
    stroke: colour,
    'stroke-width': 1.5,
  });
  draw(group, 'rect', { width: HEIGHT, height: HEIGHT, rx: 3, fill: colour });
  draw(group, 'path', {
    d: symbolPaths[symbol],
    fill: 'none',
    stroke: '#ffffff',
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
    transform: `translate(${HEIGHT / 2} ${HEIGHT / 2})`,
  });
  const text = draw(group, 'text', {
    x: HEIGHT + 3,
    y: 13.5,
    fill: '#1a1a1a',
    'font-size': 13,
    'font-weight': 700,
    'font-family': LETTERS,
  });
  text.textContent = numbers;
}
