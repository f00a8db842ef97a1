import { xmlText } from '../../knip-markup.js';
import { BPMN, BPMN_DI, DI } from '../../xml/namespaces.js';
import { spliced } from '../../xml/splice.js';
import type { Splice } from '../../xml/splice.js';
import { attribute, childrenNamed, elementsOf } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import type { InOrder, Rewiring } from '../changes/flows.js';
import { readSource } from '../pieces/source.js';
import { boxOf } from './boxes.js';
import type { Box } from './boxes.js';
import { FIRST_PARTS } from './order.js';
import { withRoom } from './room.js';
import { withAttribute } from './start-tag.js';

/**
 * A merged diagram in which what both inserted stands one after the other: drawn apart, and the flows led
 * elsewhere with their ends, the lists of these, and lines.
 */
export function rewired(text: string, orders: InOrder[]): string {
  return orders.reduce((made, order) => order.rewirings.reduce(led, withRoom(made, order)), text);
}

function led(text: string, { flow: id, end, to }: Rewiring): string {
  const { root } = readSource('base', text);
  const elements = [...elementsOf(root)];
  const byId = (wanted: string | undefined) =>
    elements.find((element) => element.uri === BPMN && attribute(element, 'id')?.trim() === wanted);
  const flow = byId(id);
  const [was, now] = [byId(flow && attribute(flow, end)?.trim()), byId(to)];
  if (!flow || !was || !now) return text;
  const splices = [withAttribute(text, flow, end, to)];
  const list = end === 'targetRef' ? 'incoming' : 'outgoing';
  const entry = childrenNamed(was, BPMN, list).find((each) => each.text.trim() === id);
  if (entry) {
    splices.push({ start: entry.start - blanksBefore(text, entry.start), end: entry.end, text: '' });
    splices.push(listed(text, now, list, id));
  }
  const shapeOf = (shown: string | undefined) =>
    elements.find(
      (element) =>
        element.uri === BPMN_DI &&
        (element.local === 'BPMNShape' || element.local === 'BPMNEdge') &&
        attribute(element, 'bpmnElement')?.trim() === shown,
    );
  const other = attribute(flow, end === 'targetRef' ? 'sourceRef' : 'targetRef')?.trim();
  const [from, until] = (end === 'targetRef' ? [other, to] : [to, other]).map((shown) =>
    boxOf(shapeOf(shown)),
  );
  const points = childrenNamed(shapeOf(id) ?? flow, DI, 'waypoint');
  if (from && until && points.length > 1) splices.push(...straight(text, points, from, until));
  return spliced(text, splices);
}

const blanksBefore = (text: string, at: number) =>
  /[ \t\r\n]*$/.exec(text.slice(Math.max(0, at - 200), at))![0].length;

/** An entry in the list of incoming or outgoing flows, where the schema wants it. */
function listed(text: string, node: XmlElement, list: string, id: string): Splice {
  const name = node.prefix ? `${node.prefix}:${list}` : list;
  const entry = `<${name}>${xmlText(id)}</${name}>`;
  if (node.selfClosing) {
    const tag = node.prefix ? `${node.prefix}:${node.local}` : node.local;
    return { start: node.startTagEnd - 2, end: node.end, text: `>${entry}</${tag}>` };
  }
  const before = FIRST_PARTS.slice(0, FIRST_PARTS.indexOf(list) + 1);
  const last = node.children.filter(({ uri, local }) => uri === BPMN && before.includes(local)).at(-1);
  const at = last?.end ?? node.startTagEnd;
  const beside = last ?? node.children[0];
  const blanks = beside ? text.slice(beside.start - blanksBefore(text, beside.start), beside.start) : '';
  return { start: at, end: at, text: blanks + entry };
}

/** The line straight from border to border: its first and last points moved, and none between them. */
function straight(text: string, points: XmlElement[], from: Box, until: Box): Splice[] {
  const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 });
  const [start, end] = [middle(from), middle(until)];
  const place = (point: XmlElement, { x, y }: { x: number; y: number }) => [
    withAttribute(text, point, 'x', String(Math.round(x))),
    withAttribute(text, point, 'y', String(Math.round(y))),
  ];
  return [
    ...place(points[0]!, border(from, start, end)),
    ...points
      .slice(1, -1)
      .map(({ start, end }) => ({ start: start - blanksBefore(text, start), end, text: '' })),
    ...place(points.at(-1)!, border(until, end, start)),
  ];
}

/** Where the way from the middle of a box to another point leaves the box. */
function border({ width, height }: Box, middle: { x: number; y: number }, to: { x: number; y: number }) {
  const [dx, dy] = [to.x - middle.x, to.y - middle.y];
  const share = Math.min(
    1,
    dx === 0 ? Infinity : width / 2 / Math.abs(dx),
    dy === 0 ? Infinity : height / 2 / Math.abs(dy),
  );
  return { x: middle.x + dx * share, y: middle.y + dy * share };
}
