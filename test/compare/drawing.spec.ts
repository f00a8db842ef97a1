import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { compareDiagrams } from '#bpmn';

interface Box {
  x: number;
  y?: number;
  width?: number;
  height?: number;
  /** Of its label, as it is written. */
  label?: { x: number; y: number; width?: number };
  style?: string;
}
const IDS = ['A', 'B', 'C', 'D', 'E'];
const bounds = ({ x, y = 0, width = 100, height = 80 }: Box) =>
  `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/>`;

/** Steps in a row, each drawn as its box says, and a flow between the first two with these points. */
function drawn(boxes: Box[], points = [100, 40, 150, 40], pool?: Box): string {
  const ids = IDS.slice(0, boxes.length);
  const label = ({ label }: Box) =>
    label ? `<bpmndi:BPMNLabel>${bounds({ height: 14, width: 40, ...label })}</bpmndi:BPMNLabel>` : '';
  const shape = (id: string, box: Box) =>
    `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}" ${box.style ?? ''}>${bounds(box)}${label(box)}</bpmndi:BPMNShape>`;
  const waypoints = points
    .flatMap((x, i) => (i % 2 === 0 ? `<di:waypoint x="${x}" y="${points[i + 1]}"/>` : []))
    .join('');
  return `<?xml version="1.0"?><bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:c="urn:colours" id="Defs">
${pool ? '<bpmn:collaboration id="Co"><bpmn:participant id="Pool" name="Gemeente" processRef="P"/></bpmn:collaboration>' : ''}<bpmn:process id="P">${ids.map((id) => `<bpmn:task id="${id}" name="Stap ${id}"/>`).join('')}<bpmn:sequenceFlow id="F" sourceRef="A" targetRef="B"/></bpmn:process>
<bpmndi:BPMNDiagram id="Dia"><bpmndi:BPMNPlane id="Pl" bpmnElement="${pool ? 'Co' : 'P'}">${pool ? shape('Pool', pool) : ''}${ids.map((id, i) => shape(id, boxes[i]!)).join('')}<bpmndi:BPMNEdge id="F_di" bpmnElement="F">${waypoints}</bpmndi:BPMNEdge></bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>`;
}
const row = (count: number): Box[] => Array.from({ length: count }, (_, n) => ({ x: n * 150 }));
const moved = (boxes: Box[], which: number[], dx: number, dy = 0): Box[] =>
  boxes.map((box, i) => (which.includes(i) ? { ...box, x: box.x + dx, y: (box.y ?? 0) + dy } : box));
const layout = (before: string, after: string) => compareDiagrams(before, after).layout;
const told = (before: string, after: string) =>
  layout(before, after).moved.map(({ elementId, kind }) => `${elementId} ${kind}`);
/** Of one step more than `one` is drawn, so that a move of it is no move of the whole. */
const alone = (one: Box) => drawn([one, ...row(3).slice(1)]);

describe('A shape', () => {
  it('is moved when it stands elsewhere, across or down, and not by less than a reader can see', () => {
    for (const [dx, dy] of [
      [20, 0],
      [0, 20],
      [-20, -5],
      [0.02, 0],
    ] as const)
      expect(told(alone({ x: 0 }), alone({ x: dx, y: dy }))).toEqual(['A moved']);
    for (const by of [0.01, -0.01, 0.001]) expect(told(alone({ x: 0 }), alone({ x: by, y: by }))).toEqual([]);
  });

  it('is resized when it is wider or higher, also when it was moved, and that is reported once', () => {
    expect(told(alone({ x: 0 }), alone({ x: 0, width: 120 }))).toEqual(['A resized']);
    expect(told(alone({ x: 0 }), alone({ x: 0, height: 60 }))).toEqual(['A resized']);
    expect(told(alone({ x: 0 }), alone({ x: 30, width: 120, style: 'c:fill="red"' }))).toEqual(['A resized']);
    expect(told(alone({ x: 0 }), alone({ x: 0, width: 100.001 }))).toEqual([]);
  });

  it('is redrawn when its colours differ, and when one side alone draws it', () => {
    expect(told(alone({ x: 0 }), alone({ x: 0, style: 'c:fill="red"' }))).toEqual(['A redrawn']);
    expect(told(alone({ x: 0, style: 'c:fill="RED"' }), alone({ x: 0, style: 'c:fill="red"' }))).toEqual([]);
    expect(told(alone({ x: 0 }), alone({ x: 0, style: 'isMarkerVisible="false"' }))).toEqual([]);
    expect(told(alone({ x: 0 }), alone({ x: 0, style: 'isHorizontal="true"' }))).toEqual([]);
    expect(told(alone({ x: 0 }), alone({ x: 0, style: 'isHorizontal="false"' }))).toEqual(['A redrawn']);
    expect(told(alone({ x: 0 }), alone({ x: 0, style: 'c:id="red"' }))).toEqual(['A redrawn']);
    const undrawn = alone({ x: 0 }).replace(/<bpmndi:BPMNShape id="A_di".*?<\/bpmndi:BPMNShape>/, '');
    expect(told(alone({ x: 0 }), undrawn)).toEqual(['A redrawn']);
    expect(told(undrawn, alone({ x: 0 }))).toEqual(['A redrawn']);
    const elsewhere = drawn(moved(row(3), [1], 20));
    expect(told(undrawn, elsewhere)).toEqual(['A redrawn', 'B moved']);
  });

  it('is not reported where one side has no drawing', () => {
    const none = drawn(row(2)).replace(/<bpmndi:BPMNDiagram .*<\/bpmndi:BPMNDiagram>/, '');
    expect(layout(drawn(row(2)), none)).toEqual({ moved: [] });
    expect(layout(none, drawn(row(2)))).toEqual({ moved: [] });
  });
});

describe('A label', () => {
  const at = (x: number, y: number, width?: number): Box => ({
    x: 0,
    label: { x, y, ...(width !== undefined && { width }) },
  });
  it('is reported when it is elsewhere, larger, new or gone', () => {
    for (const other of [at(11, 90), at(10, 91), at(10, 90, 60)])
      expect(told(alone(at(10, 90)), alone(other))).toEqual(['A label']);
    expect(told(alone({ x: 0 }), alone(at(10, 90)))).toEqual(['A label']);
    expect(told(alone(at(10, 90)), alone({ x: 0 }))).toEqual(['A label']);
    expect(told(alone(at(10, 90)), alone(at(10.005, 90)))).toEqual([]);
  });

  it('that goes along with its shape is part of that move, and told with nothing else', () => {
    expect(told(alone(at(10, 90)), alone({ x: 25, label: { x: 35, y: 90 } }))).toEqual(['A moved']);
    expect(told(alone(at(10, 90)), alone({ x: 25, label: { x: 10, y: 90 } }))).toEqual(['A moved']);
  });

  it('that goes along when all is moved is no change, and one that stays behind is one', () => {
    const boxes: Box[] = [{ x: 0, label: { x: 10, y: 90 } }, ...row(3).slice(1)];
    const all = moved(boxes, [0, 1, 2], 50, 7);
    const along = [{ ...all[0]!, label: { x: 60, y: 97 } }, ...all.slice(1)];
    const flow = [150, 47, 200, 47];
    expect(layout(drawn(boxes), drawn(along, flow))).toEqual({ shifted: { dx: 50, dy: 7 }, moved: [] });
    for (const label of [
      { x: 10, y: 90 },
      { x: 60, y: 90 },
      { x: 10, y: 97 },
    ])
      expect(layout(drawn(boxes), drawn([{ ...along[0]!, label }, ...along.slice(1)], flow))).toEqual({
        shifted: { dx: 50, dy: 7 },
        moved: [{ elementId: 'A', kind: 'label' }],
      });
  });
});

describe('A flow', () => {
  const with_ = (points: number[]) => drawn(row(3), points);
  it('is moved when all its points went the same way, and redrawn when they did not', () => {
    expect(told(with_([100, 40, 150, 40]), with_([100, 50, 150, 50]))).toEqual(['F moved']);
    expect(told(with_([100, 40, 150, 40]), with_([110, 40, 160, 40]))).toEqual(['F moved']);
    expect(told(with_([100, 40, 150, 40]), with_([100, 40, 150, 50]))).toEqual(['F redrawn']);
    expect(told(with_([100, 40, 150, 40]), with_([100, 40, 151, 40]))).toEqual(['F redrawn']);
    expect(told(with_([100, 40, 150, 40]), with_([100, 40, 120, 40, 150, 40]))).toEqual(['F redrawn']);
    expect(told(with_([100, 40, 150, 40]), with_([100, 40, 150, 40.01]))).toEqual([]);
  });
});

describe('A drawing', () => {
  it.each([2, 3, 4, 5])(
    'of %d shapes moved as a whole when more than half of them went the same way',
    (count) => {
      for (let which = 1; which <= count; which++) {
        const some = Array.from({ length: which }, (_, i) => count - 1 - i);
        const found = layout(drawn(row(count)), drawn(moved(row(count), some, 40, -3)));
        const others = IDS.slice(0, count - which);
        if (which * 2 > count)
          expect(found).toEqual({
            shifted: { dx: 40, dy: -3 },
            moved: [...others, 'F'].map((elementId) => ({ elementId, kind: 'moved' })),
          });
        else
          expect(found).toEqual({
            moved: some.map((i) => ({ elementId: IDS[i]!, kind: 'moved' })).reverse(),
          });
      }
    },
  );

  it('did not move as a whole when its pool stayed, or went another way', () => {
    const flow = [140, 40, 190, 40];
    const pool = { x: -50, y: -50, width: 900, height: 300 };
    const [before, all] = [drawn(row(3), undefined, pool), moved(row(3), [0, 1, 2], 40)];
    expect(layout(before, drawn(all, flow, { ...pool, x: -10 }))).toEqual({
      shifted: { dx: 40, dy: 0 },
      moved: [],
    });
    for (const x of [-50, 0])
      expect(layout(before, drawn(all, flow, { ...pool, x })).shifted).toBeUndefined();
  });

  it('is reported shape by shape where only a further drawing of the file moved', () => {
    const twice = (x: number) => {
      const [first, second] = [drawn(row(3)), drawn(moved(row(3), [0, 1, 2], x, 400))];
      const further = second.slice(
        second.indexOf('<bpmndi:BPMNDiagram'),
        second.indexOf('</bpmn:definitions>'),
      );
      const apart = further
        .replace(/"(Dia|Pl|\w+_di)"/g, '"$1_2"')
        .replace(/<bpmndi:BPMNEdge.*BPMNEdge>/, '');
      return first.replace('</bpmn:definitions>', `${apart}</bpmn:definitions>`);
    };
    expect(layout(twice(0), twice(40))).toEqual({
      moved: IDS.slice(0, 3).map((elementId) => ({ elementId, kind: 'moved' })),
    });
  });

  it('that moved as a whole is reported by its direction, whatever stays behind', () => {
    const way = fc.integer({ min: -500, max: 500 });
    fc.assert(
      fc.property(way, way, fc.nat(4), (dx, dy, behind) => {
        fc.pre(dx !== 0 || dy !== 0);
        const boxes = row(5);
        const others = boxes.flatMap((_, i) => (i === behind ? [] : [i]));
        const flow = [100 + dx, 40 + dy, 150 + dx, 40 + dy];
        expect(layout(drawn(boxes), drawn(moved(boxes, others, dx, dy), flow))).toEqual({
          shifted: { dx, dy },
          moved: [{ elementId: IDS[behind], kind: 'moved' }],
        });
      }),
    );
  });
});
