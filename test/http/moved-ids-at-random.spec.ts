import { beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ProcessAnswer } from '#contract';
import { startApp, type TestApp } from './start-app.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
const owner = () => app.as('procesverantwoordelijke');

/** Steps by their places, with the flows between them: a way through, and some beside it. */
interface Drawing {
  steps: number;
  beside: [from: number, to: number][];
}
/** The ids of steps and flows by their places. */
interface Ids {
  steps: string[];
  flows: string[];
}

const NAMES = ['Aannemen', 'Toetsen', 'Wegen', 'Besluiten', 'Tekenen', 'Versturen', 'Innen', 'Sluiten'];
const flowsOf = ({ steps, beside }: Drawing): [number, number][] => [
  ...Array.from({ length: steps - 1 }, (_, i): [number, number] => [i, i + 1]),
  ...beside,
];
function drawn(drawing: Drawing, ids: Ids): string {
  const steps = ids.steps.map((id, i) => `<bpmn:userTask id="${id}" name="${NAMES[i]}"/>`);
  const flows = flowsOf(drawing).map(
    ([from, to], i) =>
      `<bpmn:sequenceFlow id="${ids.flows[i]}" sourceRef="${ids.steps[from]}" targetRef="${ids.steps[to]}"/>`,
  );
  return `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="urn:x">
<bpmn:process id="P">${steps.join('')}${flows.join('')}</bpmn:process></bpmn:definitions>`;
}

const DRAWING = fc.integer({ min: 3, max: NAMES.length }).chain((steps) =>
  fc.record({
    steps: fc.constant(steps),
    beside: fc.uniqueArray(
      fc.tuple(fc.nat(steps - 1), fc.nat(steps - 1)).filter(([from, to]) => from !== to && to !== from + 1),
      { maxLength: 3, selector: String },
    ),
  }),
);
const KINDS = ['knip', 'binding', 'channels', 'dataRequests'] as const;
const CASE = DRAWING.chain((drawing) => {
  const flows = flowsOf(drawing).length;
  const pool = (letter: string, size: number) =>
    Array.from({ length: size + 2 }, (_, i) => `${letter}${i + 1}`);
  const anew = (letter: string, size: number) =>
    fc.shuffledSubarray(pool(letter, size), { minLength: size, maxLength: size });
  return fc.record({
    drawing: fc.constant(drawing),
    old: fc.constant<Ids>({
      steps: pool('T', drawing.steps).slice(0, drawing.steps),
      flows: pool('F', flows).slice(0, flows),
    }),
    now: fc.record<Ids>({ steps: anew('T', drawing.steps), flows: anew('F', flows) }),
    decisions: fc.uniqueArray(fc.tuple(fc.nat(drawing.steps - 1), fc.constantFrom(...KINDS)), {
      minLength: 1,
      maxLength: 6,
      selector: String,
    }),
    agree: fc.boolean(),
  });
});
type Case = typeof CASE extends fc.Arbitrary<infer T> ? T : never;

const save = (id: string, seen: number, diagram: string, ids?: string) => {
  const test = owner()
    .put(`/processes/${id}/diagram`)
    .set('If-Match', `"${seen}"`)
    .set('Content-Type', 'application/xml');
  return (ids === undefined ? test : test.set('Ids', ids)).send(diagram);
};

/** A process with these decisions; each says in its reason which step or flow it is about. */
async function decided({ drawing, old, decisions, agree }: Case): Promise<ProcessAnswer> {
  const id = await app.process({ diagram: drawn(drawing, old) });
  const put = (path: string, body: object) => owner().put(`/processes/${id}/${path}`).send(body).expect(200);
  for (const [step, kind] of decisions) {
    const [elementId, side, reason] = [
      old.steps[step]!,
      step % 2 ? 'back' : 'front',
      `${kind} ${NAMES[step]}`,
    ];
    if (kind === 'knip') await put(`knips/${elementId}`, { side, reason });
    else if (kind === 'binding') await put(`bindings/${elementId}`, { side, source: 'Awb', reason });
    else if (kind === 'channels') await put('channel-priority', { elementId, channels: ['web'], reason });
    else await put(`data-requests/${elementId}`, { data: [{ name: 'Adres' }], reason });
  }
  const now = await shown(id);
  for (const { flowId, before, after } of agree ? now.handovers : []) {
    const names = [...before, after].map((key) => now.steps.find((step) => step.key === key)!.name);
    await put(`handovers/${flowId}`, { what: 'Dossier', reason: names.join(' > ') });
  }
  return shown(id);
}
const shown = async (id: string): Promise<ProcessAnswer> =>
  (await owner().get(`/processes/${id}`).expect(200)).body;

/** Every decision that holds, with the name of the step or flow that it holds for. */
function holding({ steps, handovers }: ProcessAnswer): string[] {
  const name = (key: string) => steps.find((step) => step.key === key)!.name;
  const onSteps = steps.flatMap((step) =>
    KINDS.flatMap((kind) => (step[kind] ? [`${step.name}: ${step[kind].reason}`] : [])),
  );
  const onFlows = handovers.flatMap(({ before, after, agreement }) =>
    agreement
      ? [`${[...before, after].map(name).join(' > ')}: ${agreement.reason} ${agreement.outdated}`]
      : [],
  );
  return [...onSteps, ...onFlows].sort();
}
const byId = ({ steps }: ProcessAnswer) =>
  Object.fromEntries(
    steps.map(({ id, knip, binding, channels, dataRequests }) => [
      id,
      { knip, binding, channels, dataRequests },
    ]),
  );

it('However a tool numbers ids, decisions that follow hold for what they held for, and none is lost or doubled', () =>
  fc.assert(
    fc.asyncProperty(CASE, async (one) => {
      const before = await decided(one);
      await save(before.id, before.version, drawn(one.drawing, one.now), 'follow').expect(200);
      const after = await shown(before.id);
      expect(holding(after)).toEqual(holding(before));
      expect(after.lapsed).toEqual([]);
    }),
    { numRuns: 25 },
  ));

it('However a tool numbers ids, no decision changes steps unasked, and kept ones stay with their ids', () =>
  fc.assert(
    fc.asyncProperty(CASE, async (one) => {
      const before = await decided(one);
      const diagram = drawn(one.drawing, one.now);
      const { status } = await save(before.id, before.version, diagram);
      if (status === 200) {
        const known = new Set(holding(before).filter((told) => !told.includes(' > ')));
        for (const told of holding(await shown(before.id)).filter((each) => !each.includes(' > ')))
          expect(known).toContain(told);
        return;
      }
      expect(status).toBe(409);
      await save(before.id, before.version, diagram, 'keep').expect(200, {
        id: before.id,
        version: before.version + 1,
      });
      const [were, are] = [byId(before), byId(await shown(before.id))];
      for (const id of one.now.steps) expect(are[id]).toEqual(were[id] ?? {});
    }),
    { numRuns: 25 },
  ));
