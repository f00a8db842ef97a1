import { readDiagramText } from '#bpmn';
import type { XmlElement } from '#bpmn';
import { BPMN, all, value } from './edits.js';

const DRAWING = /^http:\/\/www\.omg\.org\/spec\/(BPMN\/20100524\/DI|DD\/20100524\/D[CI])$/;
const REFERENCES = [
  'sourceRef',
  'targetRef',
  'default',
  'attachedToRef',
  'processRef',
  'messageRef',
  'errorRef',
  'signalRef',
  'escalationRef',
  'dataObjectRef',
  'dataStoreRef',
  'bpmnElement',
];
/** The order in the schema of the first children of an element, a shape or a line. All others follow. */
const ORDER = [
  'documentation',
  'extensionElements',
  'auditing',
  'monitoring',
  'categoryValueRef',
  'incoming',
  'outgoing',
  'Bounds',
  'waypoint',
];
const LISTS = new Set(['incoming', 'outgoing', 'flowNodeRef']);

/**
 * What is unsound in a diagram, each fault once as a line: references that lead nowhere, ids and lane
 * memberships that occur twice, flows without ends, lists against the flows, content out of order.
 */
export function faultsOf(text: string): Set<string> {
  const reading = readDiagramText(text);
  if (!reading.ok) return new Set([`refused: ${JSON.stringify(reading.problems)}`]);
  const { root } = reading.diagram;
  const faults = new Set<string>();
  const every = [...all(root)];
  const ids = new Map<string, number>();
  for (const element of every) {
    const id = element.uri === BPMN || DRAWING.test(element.uri) ? value(element, 'id') : undefined;
    if (id !== undefined) ids.set(id, (ids.get(id) ?? 0) + 1);
  }
  for (const [id, count] of ids) if (count > 1) faults.add(`id ${id} twice`);
  const byId = new Map(
    every.flatMap((element) => {
      const id = value(element, 'id');
      return element.uri === BPMN && id !== undefined ? [[id, element] as const] : [];
    }),
  );
  const local = (ref: string) => (ids.has(ref) ? ref : ref.replace(/^[^:]*:/, ''));
  const member = new Map<string, number>();
  const walk = (element: XmlElement, set: string) => {
    for (const child of element.children) {
      const within =
        child.local === 'laneSet' || child.local === 'childLaneSet'
          ? `${set}/${value(child, 'id') ?? ''}`
          : set;
      if (child.local === 'flowNodeRef')
        member.set(`${set} ${child.text.trim()}`, (member.get(`${set} ${child.text.trim()}`) ?? 0) + 1);
      walk(child, within);
    }
  };
  walk(root, '');
  for (const [key, count] of member) if (count > 1) faults.add(`lane ${key} twice`);
  for (const element of every) {
    const where = value(element, 'id') ?? element.local;
    if (element.uri !== BPMN && !DRAWING.test(element.uri)) continue;
    for (const name of REFERENCES) {
      const ref = value(element, name)?.trim();
      if (ref && !ids.has(local(ref))) faults.add(`${where}: ${name} ${ref} leads nowhere`);
    }
    if (element.local === 'sequenceFlow' && (!value(element, 'sourceRef') || !value(element, 'targetRef')))
      faults.add(`${where} lacks an end`);
    const order = element.children
      .filter(({ uri }) => uri === BPMN || DRAWING.test(uri))
      .map(({ local: name }) => ORDER.indexOf(name) >>> 0);
    if (order.some((at, i) => i > 0 && at < order[i - 1]!)) faults.add(`${where}: content out of order`);
    for (const child of element.children) {
      if (child.uri !== BPMN || !LISTS.has(child.local)) continue;
      const ref = child.text.trim();
      const flow = byId.get(local(ref));
      if (!flow) faults.add(`${where}: ${child.local} ${ref} leads nowhere`);
      else if (
        child.local !== 'flowNodeRef' &&
        local(value(flow, child.local === 'incoming' ? 'targetRef' : 'sourceRef') ?? '') !==
          value(element, 'id')
      )
        faults.add(`${where}: ${child.local} ${ref} is not its own`);
    }
  }
  return faults;
}
