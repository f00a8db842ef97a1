import { DC } from '../../xml/namespaces.js';
import { attribute, childrenNamed } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';

/** Where a shape is drawn. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Of a shape with a whole place; undefined of any other. */
export function boxOf(shape: XmlElement | undefined): Box | undefined {
  const bounds = shape && childrenNamed(shape, DC, 'Bounds')[0];
  if (!bounds) return undefined;
  const number = (name: string) => Number(attribute(bounds, name) ?? 'NaN');
  const box = { x: number('x'), y: number('y'), width: number('width'), height: number('height') };
  return Object.values(box).every(Number.isFinite) ? box : undefined;
}
