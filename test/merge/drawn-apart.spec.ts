import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { mergeDiagrams, readDiagram } from '#bpmn';
import type { XmlElement } from '#bpmn';
import { randomFrom } from '../corpus/mutate.mjs';
import { BPMN, all, rootOf, value } from './edits.js';
import { made } from './made.js';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const corpus = process.env.CORPUS_DIR ?? '../shared';
const folder = `${corpus}/corpus/files`;
const real = existsSync(folder)
  ? readdirSync(folder).flatMap((file) => {
      const reading = readDiagram(readFileSync(`${folder}/${file}`));
      return reading.ok && reading.diagram.text.length < 120_000
        ? [[file, reading.diagram.text] as const]
        : [];
    })
  : [];

const tag = ({ prefix }: XmlElement, local: string) => (prefix ? `${prefix}:${local}` : local);
const number = (element: XmlElement, name: string) => Number(value(element, name));
const boundsOf = (shape: XmlElement): Box | undefined => {
  const bounds = shape.children.find(({ local }) => local === 'Bounds');
  return (
    bounds && {
      x: number(bounds, 'x'),
      y: number(bounds, 'y'),
      width: number(bounds, 'width'),
      height: number(bounds, 'height'),
    }
  );
};

/** A diagram with this many steps put into the middle of a flow, where the editor would put them. */
function inserted(text: string, flowId: string, name: string, count: number): string {
  const root = rootOf(text);
  const every = [...all(root)];
  const flow = every.find((each) => each.local === 'sequenceFlow' && value(each, 'id') === flowId)!;
  const target = value(flow, 'targetRef')!;
  const edge = every.find((each) => each.local === 'BPMNEdge' && value(each, 'bpmnElement') === flowId)!;
  const points = edge.children.filter(({ local }) => local === 'waypoint');
  const [a, b] = [points[Math.floor(points.length / 2) - 1]!, points[Math.floor(points.length / 2)]!];
  const middle = { x: (number(a, 'x') + number(b, 'x')) / 2, y: (number(a, 'y') + number(b, 'y')) / 2 };
  const ids = Array.from({ length: count }, (_, i) => `${name}${i}`);
  const links = ids.map((id, i) => [`F${id}`, id, ids[i + 1] ?? target] as const);
  const down = Math.abs(number(b, 'y') - number(a, 'y')) > Math.abs(number(b, 'x') - number(a, 'x'));
  const places = ids.map((_, i) => ({
    x: middle.x - 50 + (down ? 0 : i * 150),
    y: middle.y - 40 + (down ? i * 130 : 0),
  }));
  const bounds = ({ x, y }: { x: number; y: number }) =>
    `<apart:Bounds xmlns:apart="http://www.omg.org/spec/DD/20100524/DC" x="${x}" y="${y}" width="100" height="80"/>`;
  const waypoint = (x: number, y: number) =>
    `<apart:waypoint xmlns:apart="http://www.omg.org/spec/DD/20100524/DI" x="${x}" y="${y}"/>`;
  const end = points.at(-1)!;
  const content =
    ids.map((id) => `<${tag(flow, 'task')} id="${id}" name="Stap ${id}"/>`).join('') +
    links
      .map(
        ([id, from, to]) =>
          `<${tag(flow, 'sequenceFlow')} id="${id}" sourceRef="${from}" targetRef="${to}"/>`,
      )
      .join('');
  const drawing =
    ids
      .map(
        (id, i) =>
          `<${tag(edge, 'BPMNShape')} id="${id}_di" bpmnElement="${id}">${bounds(places[i]!)}</${tag(edge, 'BPMNShape')}>`,
      )
      .join('') +
    links
      .map(([id], i) => {
        const from = places[i]!;
        const to = places[i + 1] ?? { x: number(end, 'x'), y: number(end, 'y') - 40 };
        return `<${tag(edge, 'BPMNEdge')} id="${id}_di" bpmnElement="${id}">${waypoint(from.x + 100, from.y + 40)}${waypoint(to.x, to.y + 40)}</${tag(edge, 'BPMNEdge')}>`;
      })
      .join('');
  const source = value(flow, 'sourceRef')!;
  const member = every.find(({ local, text: said }) => local === 'flowNodeRef' && said.trim() === source);
  const startTag = text
    .slice(flow.start, flow.startTagEnd)
    .replace(/targetRef\s*=\s*("[^"]*"|'[^']*')/, `targetRef="${ids[0]}"`);
  const pieces = [
    { start: flow.start, end: flow.startTagEnd, text: startTag },
    { start: flow.end, end: flow.end, text: content },
    { start: edge.end, end: edge.end, text: drawing },
    ...(member
      ? [
          {
            start: member.end,
            end: member.end,
            text: ids
              .map((id) => `<${tag(member, 'flowNodeRef')}>${id}</${tag(member, 'flowNodeRef')}>`)
              .join(''),
          },
        ]
      : []),
  ].sort((one, other) => other.start - one.start);
  return pieces.reduce((all, piece) => all.slice(0, piece.start) + piece.text + all.slice(piece.end), text);
}

/** What is drawn, by plane: steps, events and gateways, and what holds each of them. */
function drawnIn(root: XmlElement) {
  const around = new Map<string, string[]>();
  const kinds = new Map<string, XmlElement>();
  const walk = (element: XmlElement, holders: string[]) => {
    const id = element.uri === BPMN ? value(element, 'id') : undefined;
    if (id !== undefined) {
      around.set(id, holders);
      kinds.set(id, element);
    }
    for (const child of element.children) walk(child, id === undefined ? holders : [...holders, id]);
  };
  walk(root, []);
  return [...all(root)]
    .filter(({ local }) => local === 'BPMNPlane')
    .map((plane) =>
      [...all(plane)].flatMap((shape) => {
        const id = value(shape, 'bpmnElement') ?? '';
        const kind = kinds.get(id);
        const box = shape.local === 'BPMNShape' ? boundsOf(shape) : undefined;
        return kind && box ? [{ id, kind: kind.local, box, around: around.get(id)! }] : [];
      }),
    );
}

const isNode = (kind: string) =>
  /task$|Event$|Gateway$|^subProcess$|^callActivity$|^transaction$/i.test(kind);
const overlap = (a: Box, b: Box) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

/** Each flow that is drawn, with what it leads from and to and where it begins and ends. */
function linesIn(root: XmlElement) {
  const every = [...all(root)];
  const flows = new Map(
    every.filter(({ local }) => local === 'sequenceFlow').map((flow) => [value(flow, 'id'), flow]),
  );
  return every.flatMap((edge) => {
    const id = edge.local === 'BPMNEdge' ? value(edge, 'bpmnElement') : undefined;
    const flow = flows.get(id);
    const points = edge.children
      .filter(({ local }) => local === 'waypoint')
      .map((point) => ({ x: number(point, 'x'), y: number(point, 'y') }));
    if (!flow || points.length < 2) return [];
    const ends = [
      [value(flow, 'sourceRef')!, points[0]!],
      [value(flow, 'targetRef')!, points.at(-1)!],
    ] as const;
    return [{ id: id!, ends }];
  });
}

/**
 * Pairs of steps, events and gateways that lie over one another, steps that leave what holds them, and lines
 * that end elsewhere than at their shape.
 */
function faultsIn(text: string): Set<string> {
  const faults = new Set<string>();
  const root = rootOf(text);
  const lines = linesIn(root);
  for (const shapes of drawnIn(root)) {
    const nodes = shapes.filter(({ kind }) => isNode(kind) && kind !== 'boundaryEvent');
    for (const [i, one] of nodes.entries())
      for (const other of nodes.slice(i + 1))
        if (!one.around.includes(other.id) && !other.around.includes(one.id) && overlap(one.box, other.box))
          faults.add(`${one.id} lies over ${other.id}`);
    for (const { id, ends } of lines)
      for (const [end, point] of ends) {
        const shape = shapes.find((each) => each.id === end);
        if (shape && !overlap(shape.box, { x: point.x - 2, y: point.y - 2, width: 4, height: 4 }))
          faults.add(`${id} misses ${end}`);
      }
    for (const { id, around, box } of nodes) {
      const holder = shapes.find((each) => each.id === around.at(-1) && each.kind !== 'process');
      if (holder && !overlap(holder.box, { ...box, width: 1, height: 1 }))
        faults.add(`${id} leaves ${holder.id}`);
    }
  }
  return faults;
}

const left = (text: string) => [...faultsIn(text)].filter((fault) => / leaves | misses /.test(fault));

/** Every flow of a diagram that is drawn between two things that are drawn. */
function flowsOf(text: string): string[] {
  const every = [...all(rootOf(text))];
  const edges = new Map(
    every.filter(({ local }) => local === 'BPMNEdge').map((edge) => [value(edge, 'bpmnElement'), edge]),
  );
  return every.flatMap((each) => {
    const id = each.local === 'sequenceFlow' ? value(each, 'id') : undefined;
    const points = edges.get(id)?.children.filter(({ local }) => local === 'waypoint') ?? [];
    return id !== undefined && points.length > 1 ? [id] : [];
  });
}

function check(
  base: string,
  faulty: ReadonlySet<string>,
  flow: string,
  mine: number,
  theirs: number,
): string[] {
  const [one, other] = [inserted(base, flow, 'Mijn', mine), inserted(base, flow, 'Hun', theirs)];
  const { conflicts } = mergeDiagrams(base, one, other);
  if (!conflicts.some(({ oneAfterOther }) => oneAfterOther)) return ['no question'];
  // What had left its holder, or missed its shape, before the merge may do so after it.
  const known = new Set([...faulty, ...left(one), ...left(other)]);
  return (['mineFirst', 'theirsFirst'] as const).flatMap((take) => {
    const choices = conflicts.map(({ id, oneAfterOther }) => ({
      conflict: id,
      take: oneAfterOther ? take : ('mine' as const),
    }));
    const { text } = mergeDiagrams(base, one, other, choices);
    return [...faultsIn(text)].filter((fault) => !known.has(fault)).map((fault) => `${take}: ${fault}`);
  });
}

describe('Steps that both put into one flow, one after the other', () => {
  it('lie over nothing in made diagrams', () => {
    for (let seed = 1; seed <= 20; seed++) {
      const text = made(randomFrom(seed));
      const faulty = faultsIn(text);
      for (const flow of flowsOf(text).slice(0, 4))
        expect([seed, flow, check(text, faulty, flow, 1 + (seed % 2), 1 + (seed % 3))]).toEqual([
          seed,
          flow,
          [],
        ]);
    }
  });

  it.each(real)('lie over nothing in %s', (_, text) => {
    const flows = flowsOf(text);
    const faulty = faultsIn(text);
    for (const [i, flow] of flows.entries())
      if (i % Math.ceil(flows.length / 4) === 0)
        expect([flow, check(text, faulty, flow, 1, 1 + (i % 2))]).toEqual([flow, []]);
  });
});
