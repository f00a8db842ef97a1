import { describe, expect, it } from '@jest/globals';
import { accepted, definitions } from '../diagram.fixture.js';
import { elementsOf } from '../xml/xml-tree.js';
import { docked } from './dock.js';
import { paintEdge } from './edge.js';
import type { Bounds, Point } from './geometry.js';

const at = (...numbers: number[]): Point[] =>
  numbers.flatMap((x, i) => (i % 2 ? [] : [{ x, y: numbers[i + 1]! }]));
const box = (x: number, y: number): Bounds => ({ x, y, width: 100, height: 80 });

describe('The ends of a line', () => {
  it('stand on the borders where the line was drawn to the middle', () => {
    expect(docked(at(50, 40, 250, 40), box(0, 0), box(200, 0))).toEqual(at(100, 40, 200, 40));
    // Each end by its own stretch: down from the first box, and into the left of the second.
    expect(docked(at(50, 40, 50, 200, 250, 200), box(0, 0), box(200, 160))).toEqual(
      at(50, 80, 50, 200, 200, 200),
    );
    // Both coordinates grow alike, and the lower border comes first.
    expect(docked(at(50, 40, 150, 140), box(0, 0), undefined)).toEqual(at(90, 80, 150, 140));
    expect(docked(at(50, 40, -50, -60), box(0, 0), undefined)).toEqual(at(10, 0, -50, -60));
  });

  it('stay where they are outside, on a border, and where the whole stretch is inside', () => {
    for (const points of [at(100, 40, 200, 40), at(120, 40, 200, 40), at(50, 40, 60, 50), at(50, 40)])
      expect(docked(points, box(0, 0), box(200, 0))).toEqual(points);
  });
});

/** A flow or association as it is painted. */
function painted(
  xml: string,
  points: Point[],
  {
    label,
    ...notes
  }: { label?: Bounds; handover?: string; isDefault?: boolean; fromActivity?: boolean } = {},
) {
  const { root } = accepted(definitions(`<bpmn:process id="P">${xml}</bpmn:process>`));
  const element = elementsOf(root).find(({ attributes }) =>
    attributes.some(({ local, value }) => local === 'id' && value === 'E'),
  )!;
  return paintEdge(
    { element, id: 'E', points, ...(label && { label }) },
    { isDefault: false, fromActivity: false, ...notes },
  );
}
const steps = '<bpmn:task id="A"/><bpmn:task id="B"/>';
const flow = (content = '', name = '') =>
  `${steps}<bpmn:sequenceFlow id="E" name="${name}" sourceRef="A" targetRef="B">${content}</bpmn:sequenceFlow>`;
const association = (direction: string) =>
  `${steps}<bpmn:association id="E" sourceRef="A" targetRef="B"${direction && ` associationDirection="${direction}"`}/>`;
/** Where the marks with this outline stand, and how they are turned. */
const marks = (svg: string, outline: string) =>
  [...svg.matchAll(/<path [^>]*>/g)]
    .filter(([path]) => path.includes(`d="${outline}"`))
    .map(([path]) => /transform="(.*?)"/.exec(path)![1]);
const CORNER = at(0, 0, 100, 0, 100, 50);

describe('A line', () => {
  it('has its arrow along its last stretch', () => {
    expect(marks(painted(flow(), CORNER).body, 'M0 0-11 4.5V-4.5Z')).toEqual([
      'translate(100 50) rotate(90)',
    ]);
  });

  it('shows at its start that it is the default, or that a step leaves by a condition', () => {
    const condition = '<bpmn:conditionExpression>x</bpmn:conditionExpression>';
    const [slash, diamond] = ['M6-5 12 5', 'M0 0 7-4.5 14 0 7 4.5Z'];
    const start = (content: string, notes: { isDefault?: boolean; fromActivity?: boolean }) => {
      const { body } = painted(flow(content), CORNER, notes);
      return [marks(body, slash), marks(body, diamond)];
    };
    const there = ['translate(0 0) rotate(0)'];
    expect(start('', { fromActivity: true })).toEqual([[], []]);
    expect(start(condition, { fromActivity: true })).toEqual([[], there]);
    expect(start(condition, {})).toEqual([[], []]);
    expect(start(condition, { fromActivity: true, isDefault: true })).toEqual([there, []]);
  });

  it('of an association is open at the ends to which it leads', () => {
    const ends = (direction: string) =>
      marks(painted(association(direction), CORNER).body, 'M-8-4.5 0 0-8 4.5');
    expect(ends('')).toEqual([]);
    expect(ends('None')).toEqual([]);
    expect(ends('One')).toEqual(['translate(100 50) rotate(90)']);
    expect(ends('Both')).toEqual(['translate(100 50) rotate(90)', 'translate(0 0) rotate(180)']);
    const bent = painted(association('Both'), at(0, 0, 0, 80, 60, 80, 60, 200)).body;
    expect(marks(bent, 'M-8-4.5 0 0-8 4.5')).toEqual([
      'translate(60 200) rotate(90)',
      'translate(0 0) rotate(-90)',
    ]);
  });

  it('has its name in the middle of its length', () => {
    const { labels } = painted(flow('', 'ja'), at(0, 0, 100, 0, 100, 300));
    const [, x, y] = /<tspan x="(.*?)" y="(.*?)">ja</.exec(labels)!;
    expect(Number(x)).toBe(100);
    // Ten above the middle, which is at 100; half the height of its letters below that.
    expect(Math.abs(Number(y) - 94)).toBeLessThan(1);
  });

  it('has its scissors on its last stretch, clear of the name, or in the middle where that is short', () => {
    const scissors = (points: Point[], label?: Bounds) =>
      /translate\((.*?)\)/.exec(
        painted(flow('', 'ja'), points, { handover: 'Overdracht', ...(label && { label }) }).labels,
      )![1];
    expect(scissors(at(0, 0, 0, 200, 100, 200))).toBe('50 200');
    expect(scissors(at(0, 0, 0, 200, 100, 200), { x: 40, y: 195, width: 20, height: 10 })).toBe('20 200');
    expect(scissors(at(0, 0, 200, 0, 200, 20))).toBe('110 0');
  });
});
