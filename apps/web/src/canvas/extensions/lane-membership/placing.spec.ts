import { describe, expect, it } from '@jest/globals';
import type { BusinessObject, DiagramElement, ElementRegistry, Rect } from '../../diagram/elements.js';
import { areaOf, chainOf, containerOf, placingOf, shared } from './placing.js';

const held = (id: string, $type: string, $parent?: BusinessObject) =>
  ({ id, $type, ...($parent && { $parent }), get: () => [] }) as unknown as BusinessObject;
/** A lane in a process or sub-process, or inside another lane. */
const laneIn = (id: string, around: BusinessObject) =>
  held(id, 'bpmn:Lane', held(`Set_${id}`, 'bpmn:LaneSet', around));
const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });
const shape = (businessObject: BusinessObject, at: Rect, more: object = {}) =>
  ({ ...at, businessObject, type: businessObject.$type, ...more }) as unknown as DiagramElement;

const process = held('P', 'bpmn:Process');
const other = held('Q', 'bpmn:Process');
const [balie, vak] = [laneIn('Balie', process), laneIn('Vak', process)];
const [inner, innermost] = [laneIn('Inner', vak), laneIn('Innermost', laneIn('Between', vak))];
const elsewhere = laneIn('Elsewhere', other);
const plane = shape(held('Root', 'bpmn:Process'), rect(0, 0, 0, 0));
const drawn = (businessObject: BusinessObject, at: Rect, on = plane) =>
  shape(businessObject, at, { parent: on });
const LANES = [
  drawn(balie, rect(0, 0, 600, 100)),
  drawn(vak, rect(0, 100, 600, 200)),
  drawn(inner, rect(30, 100, 570, 100)),
  drawn(elsewhere, rect(0, 0, 600, 100)),
];
const placing = (...shapes: DiagramElement[]) =>
  placingOf({ getAll: () => shapes } as unknown as ElementRegistry);
/** In whose area a step of 100 by 80 is whose middle is here. */
const lanesAt = (x: number, y: number, container = process, on = plane) => {
  const task = held('T', 'bpmn:Task', container);
  const found = placing(...LANES, drawn(task, rect(x - 50, y - 40, 100, 80), on));
  return areaOf(found.nodes.get(task)!, container, found).map(({ lane }) => lane.id);
};

describe('The area in which a step is drawn', () => {
  it('is that of the innermost lane around its middle, edges included', () => {
    expect(lanesAt(300, 50)).toEqual(['Balie']);
    expect(lanesAt(300, 150)).toEqual(['Inner']);
    expect(lanesAt(300, 250)).toEqual(['Vak']);
    expect(lanesAt(10, 150)).toEqual(['Vak']);
    expect(lanesAt(300, 100)).toEqual(['Balie', 'Inner']);
    expect([lanesAt(0, 0), lanesAt(600, 300)]).toEqual([['Balie'], ['Vak']]);
    expect([lanesAt(-1, 50), lanesAt(601, 50), lanesAt(300, -1), lanesAt(300, 301)]).toEqual([
      [],
      [],
      [],
      [],
    ]);
  });

  it('is of its own process, and of the plane on which it is drawn', () => {
    expect(lanesAt(300, 50, other)).toEqual(['Elsewhere']);
    expect(lanesAt(300, 50, process, shape(held('Sub', 'bpmn:SubProcess'), rect(0, 0, 0, 0)))).toEqual([]);
  });

  it('is shared with each lane as far as the step lies in it', () => {
    const step = rect(100, 60, 100, 80);
    expect(shared(step, rect(0, 0, 600, 100))).toBe(100 * 40);
    expect(shared(step, rect(0, 100, 150, 200))).toBe(50 * 40);
    expect(shared(step, rect(200, 0, 50, 300))).toBe(0);
    // Away from it both across and down.
    expect(shared(step, rect(500, 500, 10, 10))).toBe(0);
  });
});

describe('A lane inside others', () => {
  it('names its steps together with all lanes around it, the outermost first', () => {
    expect(chainOf(balie)).toEqual([balie]);
    expect(chainOf(innermost).map(({ id }) => id)).toEqual(['Vak', 'Between', 'Innermost']);
  });

  it('is of the process or sub-process that holds the outermost', () => {
    expect(containerOf(innermost)).toBe(process);
    const sub = held('Sub', 'bpmn:SubProcess', process);
    expect(containerOf(laneIn('InSub', sub))).toBe(sub);
    expect(containerOf(held('T', 'bpmn:Task', sub))).toBe(sub);
    expect(containerOf(held('Lost', 'bpmn:Task'))).toBeUndefined();
  });

  it('is known with the lane around it; labels and planes are no lanes and no steps', () => {
    const task = held('T', 'bpmn:Task', process);
    const label = shape(task, rect(0, 0, 10, 10), { parent: plane, labelTarget: plane });
    const laneLabel = shape(balie, rect(7, 7, 7, 7), { parent: plane, labelTarget: plane });
    const { lanes, nodes } = placing(...LANES, label, laneLabel, plane, drawn(innermost, rect(0, 0, 1, 1)));
    expect([lanes.get(inner)?.outer, lanes.get(balie)?.outer]).toEqual([vak, undefined]);
    expect(lanes.get(innermost)?.outer?.id).toBe('Between');
    expect(lanes.get(balie)).toMatchObject(rect(0, 0, 600, 100));
    expect(lanes.get(balie)?.plane).toBe(plane);
    expect(nodes.size).toBe(0);
  });
});
