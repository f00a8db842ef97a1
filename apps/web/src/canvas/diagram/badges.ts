import type { Side } from '#contract';
import { colours } from './colours.js';

const SVG = 'http://www.w3.org/2000/svg';

/** Width that a badge takes in a row of badges. */
export const BADGE = 22;

/** Letters are drawn, not written, so that they look the same in every browser and in an exported picture. */
const letters = {
  front: 'M-2.6 4.4 V-4 H3 M-2.6 0.2 H2',
  back: 'M-3 -4.6 V4.6 H0.6 A2.4 2.4 0 0 0 0.6 -0.2 H-3 M0.6 -0.2 A2.2 2.2 0 0 0 0.6 -4.6 H-3',
  question: 'M-3 -2.6 A3.1 3.1 0 1 1 1.2 0.4 Q0 1 0 2.4 M0 5 V5.4',
};

const scales = 'M0 -7 V6 M-4 6.5 H4 M-7 -4.5 H7 M-7 -4.5 L-9.6 1 H-4.4 Z M7 -4.5 L4.4 1 H9.6 Z';

/** Draws an SVG element with its attributes into a parent. */
export function draw(
  parent: SVGElement,
  name: string,
  attributes: Record<string, string | number>,
): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  parent.append(element);
  return element;
}

/** A group at a point, that leaves the pointer to what lies under it. */
export function badgeAt(parent: SVGElement, x: number, y: number, className: string): SVGElement {
  return draw(parent, 'g', { transform: `translate(${x} ${y})`, class: className, 'pointer-events': 'none' });
}

/**
 * Front: a filled triangle with F; back: a filled square with B. Told apart by shape and letter without any
 * colour.
 */
export function sideBadge(parent: SVGElement, side: Side, x: number, y: number): void {
  const group = badgeAt(parent, x, y, `knip-badge knip-badge-${side}`);
  const fill = colours[side].stroke;
  const outline = { fill, stroke: '#ffffff', 'stroke-width': 1.5, 'stroke-linejoin': 'round' };
  if (side === 'front') draw(group, 'path', { ...outline, d: 'M0 -13 L13.5 9 H-13.5 Z' });
  else draw(group, 'rect', { ...outline, x: -9.5, y: -9.5, width: 19, height: 19, rx: 1 });
  const letter = side === 'front' ? badgeAt(group, 0, 2.6, '') : group;
  draw(letter, 'path', {
    d: letters[side],
    fill: 'none',
    stroke: '#ffffff',
    'stroke-width': 2,
    'stroke-linejoin': 'round',
  });
}

/** A question mark: nobody decided yet. */
export function undecidedBadge(parent: SVGElement, x: number, y: number): void {
  const group = badgeAt(parent, x, y, 'knip-badge knip-badge-undecided');
  const { stroke, fill } = colours.undecided;
  draw(group, 'circle', { r: 9.5, fill, stroke, 'stroke-width': 1.5, 'stroke-dasharray': '3 2' });
  draw(group, 'path', {
    d: letters.question,
    fill: 'none',
    stroke,
    'stroke-width': 2,
    'stroke-linecap': 'round',
  });
}

/** A pair of scales: law or mandate binds the step. */
export function boundBadge(parent: SVGElement, x: number, y: number): void {
  const group = badgeAt(parent, x, y, 'knip-badge knip-badge-bound');
  draw(group, 'rect', {
    x: -11.5,
    y: -10,
    width: 23,
    height: 19.5,
    rx: 3,
    fill: '#ffffff',
    stroke: '#333333',
    'stroke-width': 1,
  });
  draw(group, 'path', {
    d: scales,
    fill: 'none',
    stroke: '#333333',
    'stroke-width': 1.4,
    'stroke-linejoin': 'round',
  });
}

/** An unequal sign: the decision and the lane say different sides. */
export function disagreeBadge(parent: SVGElement, x: number, y: number): void {
  const group = badgeAt(parent, x, y, 'knip-badge knip-badge-disagrees');
  const { stroke, fill } = colours.warning;
  draw(group, 'rect', {
    x: -9,
    y: -9,
    width: 18,
    height: 18,
    rx: 3,
    fill,
    stroke,
    'stroke-width': 1.5,
    transform: 'rotate(45)',
  });
  draw(group, 'path', { d: 'M-5 -2.5 H5 M-5 2.5 H5 M3 -6 L-3 6', fill: 'none', stroke, 'stroke-width': 1.8 });
}
