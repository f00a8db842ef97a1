import { readDiagramText } from '#bpmn';
import type { XmlElement } from '#bpmn';

/** A number in [0, 1). */
export type Random = () => number;
/**
 * What a person may do to a diagram, on its text; gives it back unchanged where there is nothing to do it to.
 */
export type Edit = (text: string, random: Random, name: string) => string;

interface Splice {
  start: number;
  end: number;
  text: string;
}

export const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const BPMN_DI = 'http://www.omg.org/spec/BPMN/20100524/DI';
const NODE = /Task$|^task$|Event$|Gateway$|^subProcess$|^callActivity$|^transaction$/;

export function rootOf(text: string): XmlElement {
  const reading = readDiagramText(text);
  if (!reading.ok) throw new Error(`not accepted: ${JSON.stringify(reading.problems)}`);
  return reading.diagram.root;
}

export function* all(element: XmlElement): Generator<XmlElement> {
  yield element;
  for (const child of element.children) yield* all(child);
}

export const value = (element: XmlElement, name: string) =>
  element.attributes.find((a) => a.uri === '' && a.local === name)?.value;
const isNode = (element: XmlElement) =>
  element.uri === BPMN && NODE.test(element.local) && value(element, 'id') !== undefined;
const isFlow = (element: XmlElement) => element.uri === BPMN && element.local === 'sequenceFlow';

function spliced(text: string, splices: Splice[]): string {
  let result = '';
  let at = 0;
  for (const splice of splices.sort((a, b) => a.start - b.start || a.end - b.end)) {
    if (splice.start < at) continue;
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}

const pick = <T>(list: T[], random: Random): T | undefined => list[Math.floor(random() * list.length)];
const elements = (text: string, wanted: (element: XmlElement) => boolean) =>
  [...all(rootOf(text))].filter(wanted);
const tag = (element: XmlElement, local: string) => (element.prefix ? `${element.prefix}:${local}` : local);
const gone = (element: XmlElement): Splice => ({ start: element.start, end: element.end, text: '' });
const inside = (text: string, element: XmlElement, content: string): Splice => {
  if (!element.selfClosing) return { start: element.endTagStart, end: element.endTagStart, text: content };
  const slash = text.lastIndexOf('/', element.startTagEnd);
  return { start: slash, end: element.end, text: `>${content}</${tag(element, element.local)}>` };
};

/** An attribute with another value, or as a new one. */
function withAttribute(text: string, element: XmlElement, name: string, to: string): Splice {
  const startTag = text.slice(element.start, element.startTagEnd);
  const match = new RegExp(`\\s${name}\\s*=\\s*("[^"]*"|'[^']*')`).exec(startTag);
  if (match)
    return {
      start: element.start + match.index + 1,
      end: element.start + match.index + match[0].length,
      text: `${name}="${to}"`,
    };
  const at = element.startTagEnd - (element.selfClosing ? 2 : 1);
  return { start: at, end: at, text: ` ${name}="${to}"` };
}

const rename: Edit = (text, random, name) => {
  const element = pick(
    elements(text, (e) => e.uri === BPMN && value(e, 'name') !== undefined && value(e, 'id') !== undefined),
    random,
  );
  return element ? spliced(text, [withAttribute(text, element, 'name', name)]) : text;
};

const moveShape: Edit = (text, random) => {
  const bounds = pick(
    elements(text, (e) => e.local === 'BPMNShape').flatMap((shape) =>
      shape.children.filter(({ local }) => local === 'Bounds'),
    ),
    random,
  );
  return bounds
    ? spliced(text, [withAttribute(text, bounds, 'x', String(Math.floor(random() * 2000)))])
    : text;
};

const moveLane: Edit = (text, random) => {
  const set = pick(
    elements(
      text,
      (e) => e.local === 'laneSet' && e.children.filter(({ local }) => local === 'lane').length > 1,
    ),
    random,
  );
  const lanes = set?.children.filter(({ local }) => local === 'lane') ?? [];
  const from = pick(lanes, random);
  const ref =
    from &&
    pick(
      from.children.filter(({ local }) => local === 'flowNodeRef'),
      random,
    );
  const to = pick(
    lanes.filter((lane) => lane !== from),
    random,
  );
  if (!ref || !to) return text;
  return spliced(text, [gone(ref), inside(text, to, text.slice(ref.start, ref.end))]);
};

/** A step with its flows, what is attached to it, and their drawing, as an editor removes it. */
const remove: Edit = (text, random) => {
  const every = [...all(rootOf(text))];
  const node = pick(
    every.filter((e) => isNode(e) && e.children.every((child) => !isNode(child))),
    random,
  );
  if (!node) return text;
  const lost = new Set([value(node, 'id')!]);
  for (let size = 0; size < lost.size; ) {
    size = lost.size;
    for (const each of every) {
      const id = value(each, 'id');
      if (
        each.uri === BPMN &&
        id &&
        ['sourceRef', 'targetRef', 'attachedToRef'].some((name) => lost.has(value(each, name) ?? ''))
      )
        lost.add(id);
      if (
        each.uri === BPMN &&
        id &&
        /^data(In|Out)putAssociation$/.test(each.local) &&
        each.children.some((child) => lost.has(child.text.trim()))
      )
        lost.add(id);
    }
  }
  const splices = every.flatMap((each): Splice[] => {
    if (each.uri === BPMN && lost.has(value(each, 'id') ?? '')) return [gone(each)];
    if (each.uri === BPMN_DI && lost.has(value(each, 'bpmnElement') ?? '')) return [gone(each)];
    if (each.uri === BPMN && each.children.length === 0 && lost.has(each.text.trim())) return [gone(each)];
    const standard = value(each, 'default');
    if (standard !== undefined && lost.has(standard)) {
      const match = /\sdefault\s*=\s*("[^"]*"|'[^']*')/.exec(text.slice(each.start, each.startTagEnd))!;
      return [{ start: each.start + match.index, end: each.start + match.index + match[0].length, text: '' }];
    }
    return [];
  });
  return spliced(text, splices);
};

const addStep: Edit = (text, random, name) => {
  const every = [...all(rootOf(text))];
  const holder = pick(
    every.filter((e) => e.children.some((child) => isNode(child) && !/^(end|boundary)/i.test(child.local))),
    random,
  );
  const from =
    holder &&
    pick(
      holder.children.filter((child) => isNode(child) && !/^(end|boundary)/i.test(child.local)),
      random,
    );
  if (!holder || !from) return text;
  const id = value(from, 'id')!;
  const step = `<${tag(from, 'userTask')} id="T_${name}" name="${name}"><${tag(from, 'incoming')}>F_${name}</${tag(from, 'incoming')}></${tag(from, 'userTask')}>`;
  const splices = [
    inside(
      text,
      holder,
      `${step}\n<${tag(from, 'sequenceFlow')} id="F_${name}" sourceRef="${id}" targetRef="T_${name}" />\n`,
    ),
    inside(text, from, `<${tag(from, 'outgoing')}>F_${name}</${tag(from, 'outgoing')}>`),
  ];
  const ref = every.find((e) => e.local === 'flowNodeRef' && e.text.trim() === id);
  if (ref)
    splices.push({
      start: ref.end,
      end: ref.end,
      text: `<${tag(ref, 'flowNodeRef')}>T_${name}</${tag(ref, 'flowNodeRef')}>`,
    });
  const shape = every.find((e) => e.local === 'BPMNShape' && value(e, 'bpmnElement') === id);
  const bounds = shape?.children.find(({ local }) => local === 'Bounds');
  if (shape && bounds)
    splices.push({
      start: shape.end,
      end: shape.end,
      text: `<${tag(shape, 'BPMNShape')} id="S_${name}" bpmnElement="T_${name}"><${tag(bounds, 'Bounds')} x="${Math.floor(random() * 900)}" y="10" width="100" height="80"/></${tag(shape, 'BPMNShape')}>`,
    });
  return spliced(text, splices);
};

const reroute: Edit = (text, random) => {
  const every = [...all(rootOf(text))];
  const flow = pick(every.filter(isFlow), random);
  const id = flow && value(flow, 'id');
  const parent = every.find((e) => flow && e.children.includes(flow));
  const to =
    parent &&
    pick(
      parent.children.filter(
        (e) =>
          isNode(e) && !/^(start|boundary)/i.test(e.local) && value(e, 'id') !== value(flow!, 'targetRef'),
      ),
      random,
    );
  if (!flow || !to || id === undefined) return text;
  const old = every.find((e) => e.local === 'incoming' && e.uri === BPMN && e.text.trim() === id);
  return spliced(text, [
    withAttribute(text, flow, 'targetRef', value(to, 'id')!),
    ...(old ? [gone(old), inside(text, to, text.slice(old.start, old.end))] : []),
  ]);
};

const document: Edit = (text, random, name) => {
  const element = pick(elements(text, isNode), random);
  if (!element) return text;
  const old = element.children.find(({ local, uri }) => local === 'documentation' && uri === BPMN);
  if (old)
    return spliced(text, [
      {
        start: old.start,
        end: old.end,
        text: `<${tag(old, 'documentation')}>About ${name}</${tag(old, 'documentation')}>`,
      },
    ]);
  return spliced(text, [
    element.selfClosing
      ? inside(
          text,
          element,
          `<${tag(element, 'documentation')}>About ${name}</${tag(element, 'documentation')}>`,
        )
      : {
          start: element.startTagEnd,
          end: element.startTagEnd,
          text: `<${tag(element, 'documentation')}>About ${name}</${tag(element, 'documentation')}>`,
        },
  ]);
};

const vendor: Edit = (text, random, name) => {
  const root = rootOf(text);
  const element = pick(
    [...all(root)].filter((e) => isNode(e)),
    random,
  );
  if (
    !element ||
    element.attributes.some(
      ({ uri, value: is }) => uri === 'urn:unknown:vendor' || is === 'urn:unknown:vendor',
    )
  )
    return text;
  const prefix = random() < 0.5 ? 'zz' : 'yy';
  return spliced(text, [
    withAttribute(text, element, `xmlns:${prefix}`, 'urn:unknown:vendor'),
    withAttribute(text, element, `${prefix}:norm`, name),
  ]);
};

const condition: Edit = (text, random, name) => {
  const found = pick(
    elements(text, (e) => e.local === 'conditionExpression'),
    random,
  );
  return found && !found.selfClosing
    ? spliced(text, [{ start: found.startTagEnd, end: found.endTagStart, text: `x = '${name}'` }])
    : text;
};

const retype: Edit = (text, random) => {
  const task = pick(
    elements(text, (e) => e.uri === BPMN && /^(userTask|task|manualTask)$/.test(e.local)),
    random,
  );
  if (!task) return text;
  const kind = tag(task, ['userTask', 'task', 'manualTask'][Math.floor(random() * 3)]!);
  const old = tag(task, task.local);
  return spliced(text, [
    { start: task.start + 1, end: task.start + 1 + old.length, text: kind },
    ...(task.selfClosing
      ? []
      : [{ start: task.endTagStart + 2, end: task.endTagStart + 2 + old.length, text: kind }]),
  ]);
};

const redraw: Edit = (text, random) => {
  const point = pick(
    elements(text, (e) => e.local === 'waypoint'),
    random,
  );
  return point ? spliced(text, [withAttribute(text, point, 'y', String(Math.floor(random() * 900)))]) : text;
};

const comment: Edit = (text, random, name) => {
  const element = pick(elements(text, isNode), random);
  return element
    ? spliced(text, [{ start: element.start, end: element.start, text: `<!-- ${name} -->` }])
    : text;
};

/** Step into a sub-process of the same process, with its shape left where it is. */
const moveInto: Edit = (text, random) => {
  const every = [...all(rootOf(text))];
  const sub = pick(
    every.filter((e) => e.local === 'subProcess' && e.uri === BPMN && !e.selfClosing),
    random,
  );
  const holder = sub && every.find((e) => e.children.includes(sub));
  const node = pick(holder?.children.filter((e) => isNode(e) && e !== sub) ?? [], random);
  if (!sub || !node) return text;
  return spliced(text, [gone(node), inside(text, sub, text.slice(node.start, node.end))]);
};

/** The same file written by a tool with other prefixes and blanks, which drops comments. */
export const rewrite: Edit = (text) => {
  const root = rootOf(text);
  if (root.prefix === '' || text.includes('<![CDATA[')) return text;
  const to = root.prefix === 'model' ? 'm2' : 'model';
  return text
    .replaceAll(new RegExp(`(</?)${root.prefix}:`, 'g'), `$1${to}:`)
    .replace(`xmlns:${root.prefix}=`, `xmlns:${to}=`)
    .replaceAll(new RegExp(`(type=["'])${root.prefix}:`, 'g'), `$1${to}:`)
    .replaceAll(/<!--[^]*?-->/g, '')
    .replaceAll(/>\s*\n\s*</g, '>\n<');
};

const EDITS: Edit[] = [
  rename,
  moveShape,
  moveLane,
  remove,
  addStep,
  reroute,
  document,
  vendor,
  condition,
  retype,
  redraw,
  comment,
  moveInto,
  rewrite,
];

/** Some edits one after the other. */
export function edited(text: string, random: Random, count: number, name: string): string {
  let result = text;
  for (let i = 0; i < count; i++) result = pick(EDITS, random)!(result, random, `${name}${i}`);
  return result;
}
