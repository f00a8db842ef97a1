import { describe, expect, it } from '@jest/globals';
import { parseXml } from '../../xml/xml-tree.js';
import { readComparedDiagram } from '../side/side.js';
import { costOf } from './cost.js';
import { doubtedIds } from './doubted-ids.js';
import { similar } from './match-place.js';
import { Pairs, pairByKey } from './pairs.js';

const step = (id: string, name: string, kind = 'task', inside = '') =>
  `<${kind} id="${id}"${name && ` name="${name}"`}>${inside}</${kind}>`;
const flow = (id: string, from: string, to: string) =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
function side(content: string) {
  const parsed = parseXml(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="u">${content}</definitions>`,
    () => undefined,
  );
  if (!parsed.ok) throw new Error(content);
  return readComparedDiagram(parsed.root);
}
const process = (content: string) => `<process id="P">${content}</process>`;

/** The cost where everything is paired with what has its id, or the id that is named. */
function cost(before: string, after: string, names: Record<string, string> = {}): number {
  const [one, other] = [side(before), side(after)];
  const pairs = new Pairs(one, other, new Set());
  pairs.pair(one.root, other.root);
  for (const thing of one.things) {
    const now = other.byId.get(names[thing.id ?? ''] ?? thing.id ?? '');
    if (thing !== one.root && now) pairs.pair(thing, now);
  }
  return costOf(pairs);
}

describe('What it costs to hold things for the same', () => {
  const two = process(step('A', 'Een') + step('B', 'Twee') + flow('F', 'A', 'B'));

  it('is nothing for what did not change, and one for each thing that one side lacks', () => {
    expect(cost(two, two)).toBe(0);
    expect(cost(two, process(step('A', 'Een') + step('B', 'Twee')))).toBe(1);
    expect(cost(process(''), two)).toBe(3);
    expect(cost(two, two, { F: 'none' })).toBe(2);
  });

  it('is one for another name, and a hundred more for each that another had or has', () => {
    const renamed = (a: string, b: string) => process(step('A', a) + step('B', b));
    const base = renamed('Een', 'Twee');
    expect(cost(base, renamed('Drie', 'Twee'))).toBe(1);
    expect(cost(base, renamed('Twee', 'Drie'))).toBe(1 + 1 + 100 + 100);
    expect(cost(base, renamed('', 'Een'))).toBe(1 + 1 + 100 + 100);
    // Exchanged by hand: the pairs agree with each other.
    expect(cost(base, renamed('Twee', 'Een'))).toBe(2);
    // A name that two have tells nothing.
    expect(cost(renamed('Een', 'Een'), renamed('Een', 'Twee'))).toBe(1);
    expect(cost(base, renamed('Twee', 'Twee'))).toBe(1);
  });

  it('is one for another kind, another place, other lanes, other references and other content', () => {
    const one = (inside: string, shared = '') => shared + process(inside);
    expect(cost(one(step('A', 'a')), one(step('A', 'a', 'userTask')))).toBe(1);
    expect(cost(one(step('A', 'a')), one(step('A', 'a', 'task', '<documentation>x</documentation>')))).toBe(
      1,
    );
    const sub = (out: string, inside: string) => one(out + step('S', 's', 'subProcess', inside));
    expect(cost(sub(step('A', 'a'), ''), sub('', step('A', 'a')))).toBe(1);
    const lanes = (m: string, n: string) =>
      one(`<laneSet id="LS"><lane id="L">${m}</lane><lane id="M">${n}</lane></laneSet>${step('A', 'a')}`);
    const member = '<flowNodeRef>A</flowNodeRef>';
    expect(cost(lanes(member, ''), lanes('', member))).toBe(1);
    expect(cost(lanes(member, ''), lanes('', ''))).toBe(1);
    expect(cost(lanes(member, ''), lanes(member, member))).toBe(1);
    const messages = '<message id="M" name="m"/><message id="N" name="n"/>';
    const waits = (ref: string) => one(`<receiveTask id="A" messageRef="${ref}"/>`, messages);
    // The name of the message is content as well.
    expect(cost(waits('M'), waits('N'))).toBe(2);
    expect(cost(waits('M'), waits('M'))).toBe(0);
  });

  it('of a flow is one for each end, and one more for both', () => {
    const led = (from: string, to: string) =>
      process(step('A', 'a') + step('B', 'b') + step('C', 'c') + flow('F', from, to));
    expect(cost(led('A', 'B'), led('A', 'C'))).toBe(1);
    expect(cost(led('A', 'B'), led('C', 'B'))).toBe(1);
    expect(cost(led('A', 'B'), led('B', 'C'))).toBe(3);
    expect(cost(led('A', 'X'), led('A', 'X'))).toBe(0);
  });
});

describe('Ids that seem to have changed hands', () => {
  const doubted = (before: string, after: string) => {
    const { count, families } = doubtedIds(side(before), side(after));
    return [count, ...[...families].sort()];
  };
  const steps = (...some: [id: string, name: string, kind?: string][]) =>
    process(some.map(([id, name, kind]) => step(id, name, kind)).join(''));

  it('are none where nothing changed, or where a name is new or gone', () => {
    expect(doubted(steps(['A', 'Een']), steps(['A', 'Een']))).toEqual([0]);
    expect(doubted(steps(['A', 'Een']), steps(['A', 'Twee']))).toEqual([0]);
    expect(doubted(steps(['A', 'Een']), steps(['B', 'Een']))).toEqual([0]);
  });

  it('are those whose former or later name stands elsewhere', () => {
    expect(doubted(steps(['A', 'Een'], ['B', 'Twee']), steps(['A', 'Twee'], ['B', 'Een']))).toEqual([
      2,
      'activity',
    ]);
    expect(doubted(steps(['A', 'Een']), steps(['A', 'Twee'], ['B', 'Een']))).toEqual([1, 'activity']);
    expect(doubted(steps(['A', 'Een'], ['B', 'Twee']), steps(['A', 'Twee']))).toEqual([1, 'activity']);
  });

  it('are those of a step that became a gateway, and both families with it', () => {
    expect(doubted(steps(['A', 'Een']), steps(['A', 'Een', 'exclusiveGateway']))).toEqual([
      1,
      'activity',
      'gateway',
    ]);
    expect(doubted(steps(['A', 'Een']), steps(['A', 'Een', 'userTask']))).toEqual([0]);
    expect(doubted(steps(['A', 'Een']), steps(['A', 'Een', 'textAnnotation']))).toEqual([0]);
  });

  it('are those of flows that lead between other things, and of lanes that hold others', () => {
    const flows = (one: [string, string], other: [string, string]) =>
      process(step('A', 'a') + step('B', 'b') + step('C', 'c') + flow('F', ...one) + flow('G', ...other));
    expect(doubted(flows(['A', 'B'], ['B', 'C']), flows(['B', 'C'], ['A', 'B']))).toEqual([
      2,
      'sequenceFlow',
    ]);
    expect(doubted(flows(['A', 'B'], ['B', 'C']), flows(['A', 'C'], ['B', 'C']))).toEqual([0]);
    const lanes = (l: string, m: string) =>
      process(
        `<laneSet id="LS"><lane id="L"><flowNodeRef>${l}</flowNodeRef></lane><lane id="M"><flowNodeRef>${m}</flowNodeRef></lane></laneSet>${step('A', 'a')}${step('B', 'b')}`,
      );
    expect(doubted(lanes('A', 'B'), lanes('B', 'A'))).toEqual([2, 'lane']);
    expect(doubted(lanes('A', 'B'), lanes('A', 'B'))).toEqual([0]);
  });
});

describe('Two names', () => {
  it('are similar where half of the words of the shorter are in the other, or one has none', () => {
    for (const [one, other] of [
      ['a', 'a'],
      ['', 'a'],
      ['a', ' - '],
      ['A b', 'a c'],
      ['a b c d', 'A, b!'],
      ['a b c d', 'a b x y'],
      ['a', 'a b c d'],
      ['één', 'Één'],
    ] as const)
      expect([one, other, similar(one, other), similar(other, one)]).toEqual([one, other, true, true]);
    for (const [one, other] of [
      ['a', 'b'],
      ['a b c', 'a x y'],
      ['a b c d', 'a x y z'],
      ['ab', 'a b'],
    ] as const)
      expect([one, other, similar(one, other), similar(other, one)]).toEqual([one, other, false, false]);
  });
});

describe('Things paired by a key', () => {
  const pairsBy = (
    before: string[],
    after: string[],
    only: boolean | 'even',
    fits?: (one: string) => boolean,
  ) => {
    const make = (names: string[], p: string) =>
      side(process(names.map((name, i) => step(`${p}${i}`, name)).join('')));
    const [one, other] = [make(before, 'a'), make(after, 'b')];
    const pairs = new Pairs(one, other, new Set());
    const steps = (of: typeof one) => of.things.filter(({ kind }) => kind.role === 'node');
    const key = ({ name }: { name: string }) => (name === '-' ? undefined : name);
    const told: string[] = [];
    pairByKey(
      pairs,
      steps(one),
      steps(other),
      key,
      key,
      only,
      (x, y) => told.push(`${x.id} ${y.id}`),
      fits && (({ name }) => fits(name)),
    );
    expect(pairs.size).toBe(told.length);
    return told;
  };

  it('are those that stand once, equally often, or in the order of the file', () => {
    expect(pairsBy(['x', 'y', 'z', '-'], ['y', 'x', '-'], true)).toEqual(['a0 b1', 'a1 b0']);
    expect(pairsBy(['x', 'x', 'y'], ['x', 'x', 'y'], true)).toEqual(['a2 b2']);
    expect(pairsBy(['x'], ['x', 'x'], true)).toEqual([]);
    expect(pairsBy(['x', 'x', 'y'], ['x', 'x', 'y', 'y'], 'even')).toEqual(['a0 b0', 'a1 b1']);
    expect(pairsBy(['x', 'x', 'y'], ['x', 'y', 'y'], false)).toEqual(['a0 b0', 'a2 b1']);
    expect(pairsBy(['x', 'y'], ['x', 'y'], false, (name) => name === 'y')).toEqual(['a1 b1']);
  });

  it('are each paired once', () => {
    const one = side(process(step('A', 'a') + step('B', 'b')));
    const pairs = new Pairs(one, one, new Set());
    const [a, b] = ['A', 'B'].map((id) => one.byId.get(id)!);
    expect([pairs.pair(a!, b!), pairs.pair(a!, a!), pairs.pair(b!, b!), pairs.size]).toEqual([
      true,
      false,
      false,
      1,
    ]);
    expect([pairs.afterOf(a!) === b, pairs.beforeOf(b!) === a, pairs.afterOf(b!)]).toEqual([
      true,
      true,
      undefined,
    ]);
    expect([pairs.same(undefined, undefined), pairs.same(a, undefined), pairs.same(undefined, a)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([pairs.same(a, b), pairs.same(a, a)]).toEqual([true, false]);
    const open = (some: { id: string | undefined }[]) => some.map(({ id }) => id);
    expect([
      open(pairs.openBefore(({ kind }) => kind.role === 'node')),
      open(pairs.openAfter(({ kind }) => kind.role === 'node')),
    ]).toEqual([['B'], ['A']]);
  });
});
