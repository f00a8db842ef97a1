import { describe, expect, it } from '@jest/globals';
import type { HandoverAnswer, LapsedKnipAnswer, ProcessAnswer, StepAnswer } from '#contract';
import { idsBetween } from '../moved-ids/ids-between.js';
import { consequencesOf } from './consequences-of.js';
import { decidedOnCanvas } from './decided-on-canvas.js';
import { inPlaceOf } from './in-place-of.js';

type Step = [id: string, name: string];
/** Steps one after the other: the first in a lane of the front office, the others in one of the back. */
function drawn(steps: Step[], lanes: [front: string, back: string] = ['Balie', 'Vak']): string {
  const [first, ...others] = steps.map(([id]) => `<flowNodeRef>${id}</flowNodeRef>`);
  const tasks = steps.map(([id, name]) => `<userTask id="${id}" name="${name}"/>`);
  const flows = steps
    .slice(1)
    .map(
      ([id], i) => `<sequenceFlow id="F${i + 1}" name="Door" sourceRef="${steps[i]![0]}" targetRef="${id}"/>`,
    );
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:k="urn:knipkaart:bpmn:1" id="D" targetNamespace="urn:x">
<process id="P"><laneSet id="Lanes"><lane id="${lanes[0]}" name="KCC" k:side="front">${first}</lane><lane id="${lanes[1]}" name="Vakafdeling" k:side="back">${others.join('')}</lane></laneSet>${tasks.join('')}${flows.join('')}</process></definitions>`;
}

const [RECEIVE, ASSESS, SEND] = ['Aanvraag aannemen', 'Besluit nemen', 'Besluit versturen'] as const;
const SAVED = drawn([
  ['T1', RECEIVE],
  ['T2', ASSESS],
  ['T3', SEND],
]);
/** A tool that numbers from the end: every id is that of another step. */
const RENUMBERED = drawn([
  ['T3', RECEIVE],
  ['T1', ASSESS],
  ['T4', SEND],
]);

const step = (id: string | undefined, name: string, decided: object = {}) =>
  ({ key: id ?? '?', ...(id !== undefined && { id }), name, ...decided }) as StepAnswer;
const knip = (reason: string) => ({ knip: { side: 'front', reason } });
const answer = (more: Partial<ProcessAnswer> = {}): ProcessAnswer =>
  ({
    steps: [
      step('T1', RECEIVE, knip('een')),
      step('T2', ASSESS, knip('twee')),
      step(undefined, 'Zonder id', knip('geen')),
    ],
    handovers: [{ flow: 'F1', flowId: 'F1', before: ['T1'], after: 'T2' } as unknown as HandoverAnswer],
    lapsed: [],
    alsoLapsed: [],
    ...more,
  }) as unknown as ProcessAnswer;
const lapsed = (elementId: string) => ({ elementId, side: 'front', reason: 'r' }) as LapsedKnipAnswer;
const onCanvas = (base: string, more: Partial<ProcessAnswer> = {}) => {
  const said = answer(more);
  return { answer: said, saved: SAVED, ...idsBetween(said, SAVED, base) };
};
const knipsOf = ({ steps }: { steps: StepAnswer[] }) => steps.map(({ id, knip }) => [id, knip?.reason]);

describe('What was decided on the process, where the canvas calls its steps otherwise', () => {
  it('is about the same steps and flows, under their ids there', () => {
    const decided = decidedOnCanvas(onCanvas(RENUMBERED));
    expect(knipsOf(decided)).toEqual([
      ['T3', 'een'],
      ['T1', 'twee'],
    ]);
    expect(decided.handovers).toMatchObject([{ flowId: 'F1', after: 'T1' }]);
  });

  it('is about nothing where the step or flow is not there', () => {
    const decided = decidedOnCanvas(
      onCanvas(
        drawn([
          ['T2', ASSESS],
          ['T3', SEND],
        ]),
      ),
    );
    expect(knipsOf(decided)).toEqual([['T2', 'twee']]);
    expect(decided.handovers).toEqual([]);
  });

  it('is not about a step that has the id of one that lapsed, nor of one that moved', () => {
    const { moved, now } = onCanvas(RENUMBERED, { lapsed: [lapsed('T4'), lapsed('T9')] });
    // T4 was never decided on while it was drawn: it is another step now.
    expect([...moved].sort()).toEqual(['T1', 'T2', 'T3', 'T4', 'T9']);
    expect([now('T1'), now('T2'), now('T3'), now('T4')]).toEqual(['T3', 'T1', 'T4', undefined]);
    expect(decidedOnCanvas(onCanvas(RENUMBERED, { lapsed: [lapsed('T4')] })).lapsed).toEqual([]);
    const flows = onCanvas(SAVED.replace('id="F1"', 'id="G1"'));
    expect([...flows.moved].sort()).toEqual(['F1', 'G1']);
    const same = { answer: answer({ lapsed: [lapsed('T9')] }), saved: SAVED };
    const decided = decidedOnCanvas({ ...same, moved: new Set(), now: (id) => id });
    expect(decided.lapsed).toEqual([lapsed('T9')]);
  });

  it('counts also what lapsed of other kinds among what may be about another step', () => {
    const alsoLapsed = [{ kind: 'binding', elementId: 'T8' }] as ProcessAnswer['alsoLapsed'];
    expect(onCanvas(SAVED.replace('"T3"', '"T5"').replace('>T3<', '>T5<'), { alsoLapsed }).moved).toContain(
      'T8',
    );
  });
});

describe('A file in place of the drawing', () => {
  it('is held against it by the ids of the drawing, whatever a tool calls its steps and lanes', () => {
    const file = drawn(
      [
        ['T3', RECEIVE],
        ['T1', ASSESS],
        ['T2', 'Bezwaar behandelen'],
        ['T4', SEND],
      ],
      ['Lane_1', 'Lane_2'],
    );
    const [before, after] = inPlaceOf(SAVED, file)!;
    expect([...before.steps]).toEqual([
      ['T1', { name: RECEIVE, side: 'front' }],
      ['T2', { name: ASSESS, side: 'back' }],
      ['T3', { name: SEND, side: 'back' }],
    ]);
    expect([...after.steps]).toEqual([
      ['T1', { name: RECEIVE, side: 'front' }],
      ['T2', { name: ASSESS, side: 'back' }],
      ['new T2', { name: 'Bezwaar behandelen', side: 'back' }],
      ['T3', { name: SEND, side: 'back' }],
    ]);
    expect([...after.lanes]).toEqual(['Balie', 'Vak']);
    expect(after.elements.get('T1')).toBe(RECEIVE);
    const found = consequencesOf(before, after, answer());
    expect(found).toEqual({ lapse: [], lose: [], change: [], apart: [], laneGone: false });
  });

  it('lets lapse what was decided on a step that it does not have', () => {
    const [before, after] = inPlaceOf(
      SAVED,
      drawn([
        ['T2', RECEIVE],
        ['T1', SEND],
      ]),
    )!;
    expect(consequencesOf(before, after, answer()).lapse).toEqual([{ name: ASSESS, decisions: ['knip'] }]);
  });

  it('is held against nothing where there is no drawing, or where it cannot be read', () => {
    expect(inPlaceOf(undefined, SAVED)).toBeUndefined();
    expect(inPlaceOf(SAVED, '<x/>')).toBeUndefined();
  });
});
