import { xmlAttribute, xmlText } from '../knip-markup.js';
import type { Point } from './geometry.js';

/** Pieces of SVG as text; every value is escaped here, and nowhere else is markup put together. */
export function tag(
  name: string,
  attributes: Record<string, string | number | undefined>,
  ...content: string[]
): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === undefined
        ? []
        : [` ${key}="${typeof value === 'number' ? round(value) : xmlAttribute(value)}"`],
    )
    .join('');
  return content.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${content.join('')}</${name}>`;
}

export const text = (value: string) => xmlText(value);
export const round = (value: number) => String(Math.round(value * 10) / 10);
export const at = (x: number, y: number, ...content: string[]) =>
  tag('g', { transform: `translate(${round(x)} ${round(y)})` }, ...content);
export const path = (d: string, attributes: Record<string, string | number | undefined> = {}) =>
  tag('path', { d, fill: 'none', stroke: INK, ...attributes });
export const line = (points: Point[]) =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`).join('');

export const INK = '#1f2933';
export const PAPER = '#ffffff';
/** Front blue, back ochre; text on each tint reaches a contrast of 4.5 to 1 and more. */
export const SIDE_COLOURS = {
  front: { ink: '#0b5cad', tint: '#dcebfa' },
  back: { ink: '#8a5200', tint: '#fdeecf' },
} as const;
export const HANDOVER = '#9c1c5b';
