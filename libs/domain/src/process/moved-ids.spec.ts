import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusalOf } from '../refusal-of.js';
import { saveDiagram } from './decisions.js';
import type { ProcessEvent, Side } from './events.js';
import { PROCESS_KINDS_ABOUT_ELEMENTS } from './facts.js';
import { given } from './given.js';
import { mergeDiagram } from './merging.js';
import type { ChangedId, HeldAgainst } from './moved-ids.js';

const diagram = (digest: string) => ({ digest, encoding: 'br' as const, bytes: '' });
const WHY = (text: string) => ({ reason: { text, salt: `${text} salt` } });
const REGISTERED: ProcessEvent = { type: 'ProcessRegistered', data: { name: 'Kap', domain: 'wmo' } };
const SAVED: ProcessEvent = { type: 'DiagramSaved', data: { diagram: diagram('old') } };
const knip = (elementId: string, side: Side = 'front'): ProcessEvent => ({
  type: 'KnipDecided',
  data: { elementId, side, ...WHY(`knip ${elementId}`) },
});
const bound = (elementId: string, side: Side): ProcessEvent => ({
  type: 'StepBound',
  data: { elementId, side, source: 'Awb', ...WHY(`bound ${elementId}`) },
});
const agreed = (flowId: string, before: string[], after: string[]): ProcessEvent => ({
  type: 'HandoverAgreed',
  data: { flowId, before, after, what: { text: 'Dossier', salt: 'what' }, ...WHY(`agreed ${flowId}`) },
});
const state = (...decisions: ProcessEvent[]) => given(REGISTERED, SAVED, ...decisions);

const step = (name: string) => ({ name, kind: 'userTask' });
/** `A>B` says that what was A is B now; `A!` that another has A; both together `A>B!`. */
const moved = (...told: string[]): ChangedId[] =>
  told.map((one) => {
    const [id, wentTo] = one.replace('!', '').split('>');
    return {
      id: id!,
      had: step(`${id} before`),
      ...(one.endsWith('!') && { has: step(`${id} now`) }),
      ...(wentTo && { wentTo }),
    };
  });
const inForce = (ids: string, ...told: string[]): HeldAgainst => ({
  inForce: true,
  ids: ids.split(' '),
  moved: moved(...told),
});
const earlier = (ids: string, ...told: string[]): HeldAgainst => ({
  ...inForce(ids, ...told),
  inForce: false,
});
const save = (from: ReturnType<typeof state>, held: HeldAgainst[], ids?: 'follow' | 'keep') =>
  saveDiagram(
    from,
    { process: 'kap', diagram: diagram('new'), seen: from.version, ...(ids && { ids }) },
    held,
  );
const NEW: ProcessEvent = { type: 'DiagramSaved', data: { diagram: diagram('new') } };

describe('Ids with decisions that other elements have in a new diagram', () => {
  it('are asked about, each with its decisions; ids that were only renamed are listed beside them', () => {
    const from = state(knip('A'), bound('A', 'front'), knip('B'), agreed('F', ['A'], ['B']));
    const refusal = refusalOf(() => save(from, [inForce('A B F', 'A>C!', 'B>D', 'F!')]));
    expect(refusal).toMatchObject({
      code: 'idsChangedHands',
      params: { name: 'Kap', ids: 'A, F' },
      details: {
        changedHands: [
          {
            id: 'A',
            had: { name: 'A before', kind: 'userTask' },
            has: { name: 'A now', kind: 'userTask' },
            wentTo: 'C',
            decisions: ['knip', 'binding'],
          },
          { id: 'F', decisions: ['handover'] },
        ],
        renamed: [{ id: 'B', wentTo: 'D', decisions: ['knip'] }],
      },
    });
    expect(JSON.stringify(refusal.details)).not.toContain('"wentTo":null');
  });

  it('are asked about with their own decisions only, where an agreement that stays names them too', () => {
    const from = state(knip('A'), agreed('F', ['A'], ['B']));
    expect(refusalOf(() => save(from, [inForce('A B F', 'A>C!')])).details).toMatchObject({
      changedHands: [{ id: 'A', decisions: ['knip'] }],
    });
  });

  it('are named in the sentence as far as one can read it', () => {
    const ids = Array.from({ length: 12 }, (_, i) => `T${i}`);
    const refusal = refusalOf(() =>
      save(state(...ids.map((id) => knip(id))), [inForce(ids.join(' '), ...ids.map((id) => `${id}!`))]),
    );
    expect(refusal.params).toMatchObject({ ids: [...ids.slice(0, 10), '…'].join(', ') });
    expect((refusal.details as { changedHands: object[] }).changedHands).toHaveLength(12);
  });

  it('are not asked about where nothing is decided on them, nor where ids are only renamed', () => {
    expect(save(state(agreed('F', ['A'], ['B'])), [inForce('A B F', 'A>C')])).toEqual([NEW]);
    expect(save(state(agreed('F', ['A'], ['B'])), [inForce('A B F', 'A>C!', 'F')])).toEqual([NEW]);
    expect(save(state(knip('A')), [inForce('A', 'A>C')])).toEqual([NEW]);
    expect(save(state(knip('A')), [])).toEqual([NEW]);
  });

  it.each([
    ['before it', agreed('F', ['A'], ['B'])],
    ['after it', agreed('F', ['B'], ['A'])],
  ])('are asked about where only an agreement whose flow stays names the step %s', (_, agreement) => {
    const from = state(agreement);
    const held = [inForce('A B F', 'A>C!')];
    expect(refusalOf(() => save(from, held))).toMatchObject({
      code: 'idsChangedHands',
      params: { ids: 'A' },
      details: { changedHands: [{ id: 'A', wentTo: 'C', decisions: ['handover'] }] },
    });
    const now = given(REGISTERED, SAVED, agreement, ...save(from, held, 'follow'));
    const { before, after } = now.handover.get('F')!.value;
    expect([...before, ...after].sort()).toEqual(['B', 'C']);
    expect(save(from, held, 'keep')).toMatchObject([{ type: 'DiagramSaved', data: { ids: 'kept' } }]);
  });

  it('are asked about where the flow of such an agreement comes back with another step', () => {
    const from = state(agreed('F', ['A'], ['B']));
    const held = [inForce('B'), earlier('A F', 'A>C!')];
    expect(refusalOf(() => save(from, held)).params).toMatchObject({ ids: 'A' });
    expect(save(from, held, 'follow')).toMatchObject([
      NEW,
      { type: 'HandoverAgreed', data: { flowId: 'F', before: ['C'], after: ['B'] } },
    ]);
  });

  it('are refused after what was saved since, which matters more', () => {
    const from = state(knip('A'));
    const late = { process: 'kap', diagram: diagram('new'), seen: 1 };
    expect(refusalOf(() => saveDiagram(from, late, [inForce('A', 'A!')])).code).toBe('seenStale');
    expect(saveDiagram(from, { ...late, diagram: diagram('old') }, [inForce('A', 'A!')])).toEqual([]);
  });

  it('keep their decisions when the person says so', () => {
    const from = state(knip('A'));
    expect(save(from, [inForce('A', 'A>B!')], 'keep')).toEqual([
      { type: 'DiagramSaved', data: { diagram: diagram('new'), ids: 'kept' } },
    ]);
    const merge = { process: 'kap', base: 2, mine: diagram('mine'), result: diagram('new'), mergedWith: 2 };
    expect(mergeDiagram(from, { ...merge, choices: [], ids: 'keep' }, [inForce('A', 'A>B!')])).toMatchObject([
      { type: 'DiagramMerged', data: { ids: 'kept' } },
    ]);
    expect(refusalOf(() => mergeDiagram(from, { ...merge, choices: [] }, [inForce('A', 'A>B!')])).code).toBe(
      'idsChangedHands',
    );
  });
});

describe('Decisions that follow', () => {
  it('end, then comes the diagram, then they are recorded again with the same texts', () => {
    const from = state(knip('A'), knip('B', 'back'));
    expect(save(from, [inForce('A B', 'A>B!', 'B>A!')], 'follow')).toEqual([
      { type: 'KnipWithdrawn', data: { elementId: 'A', ...WHY('knip A'), carriedTo: 'B' } },
      { type: 'KnipWithdrawn', data: { elementId: 'B', ...WHY('knip B'), carriedTo: 'A' } },
      NEW,
      {
        type: 'KnipDecided',
        data: {
          elementId: 'B',
          side: 'front',
          ...WHY('knip A'),
          carriedFrom: { elementId: 'A', version: 3 },
        },
      },
      {
        type: 'KnipDecided',
        data: { elementId: 'A', side: 'back', ...WHY('knip B'), carriedFrom: { elementId: 'B', version: 4 } },
      },
    ]);
  });

  it('of every kind move, an agreement with the ids of its steps', () => {
    const events: ProcessEvent[] = [
      { type: 'ChannelsPrioritised', data: { elementId: 'A', channels: ['web'], ...WHY('channels') } },
      { type: 'DataRequestsRecorded', data: { elementId: 'A', data: [{ name: 'Adres' }], ...WHY('data') } },
      agreed('F', ['A', 'X'], ['B', 'Y', 'Z']),
      { type: 'ChannelsPrioritised', data: { channels: ['desk'], ...WHY('all') } },
    ];
    const held = inForce('A B F X Y Z', 'A>B!', 'B>C!', 'F>G!', 'X!');
    const after = save(state(...events), [held], 'follow');
    expect(
      after.map(({ type, data }) => [type, 'kind' in data ? data.kind : '', 'carriedTo' in data]),
    ).toEqual([
      ['DecisionEnded', 'channels', true],
      ['DecisionEnded', 'dataRequests', true],
      ['DecisionEnded', 'handover', true],
      ['DiagramSaved', '', false],
      ['ChannelsPrioritised', '', false],
      ['DataRequestsRecorded', '', false],
      ['HandoverAgreed', '', false],
    ]);
    const now = given(REGISTERED, SAVED, ...events, ...after);
    expect([...now.channels.keys()].sort()).toEqual(['', 'B']);
    // X is gone and another has its id, so the agreement must not name it.
    expect(now.handover.get('G')?.value).toMatchObject({ before: ['B'], after: ['C', 'Y', 'Z'] });
    expect(now.handover.size).toBe(1);
  });

  it('end and are recorded again in the order in which they were made', () => {
    const from = state(bound('B', 'back'), knip('A'));
    const after = save(from, [inForce('A B', 'A>C!', 'B>D!')], 'follow');
    expect(after.map(({ type, data }) => [type, 'elementId' in data && data.elementId])).toEqual([
      ['BindingLifted', 'B'],
      ['KnipWithdrawn', 'A'],
      ['DiagramSaved', false],
      ['StepBound', 'D'],
      ['KnipDecided', 'C'],
    ]);
  });

  it('keep a reason that was erased as it is', () => {
    const erased: ProcessEvent = {
      type: 'KnipDecided',
      data: { elementId: 'A', side: 'front', reason: { digest: 'd' }, alternatives: [{ digest: 'e' }] },
    };
    const followed = save(state(erased), [inForce('A', 'A>B!')], 'follow');
    expect(followed[0]).toMatchObject({ data: { reason: { digest: 'd' } } });
    expect(followed[2]).toMatchObject({ data: { reason: { digest: 'd' }, alternatives: [{ digest: 'e' }] } });
  });

  it('only end where their element is gone, so that they do not hold for another', () => {
    const followed = save(state(knip('A')), [inForce('A', 'A!')], 'follow');
    expect(followed).toEqual([{ type: 'KnipWithdrawn', data: { elementId: 'A', ...WHY('knip A') } }, NEW]);
  });

  it('go along where the id is only renamed, and on an agreement whose flow kept its id', () => {
    const from = state(knip('A'), agreed('F', ['A'], ['B']), agreed('G', ['C'], ['D']));
    const followed = save(from, [inForce('A B C D F G', 'A>E')], 'follow');
    expect(followed.map(({ type }) => type)).toEqual([
      'KnipWithdrawn',
      'DiagramSaved',
      'KnipDecided',
      'HandoverAgreed',
    ]);
    expect(followed[3]).toMatchObject({
      data: { flowId: 'F', before: ['E'], after: ['B'], carriedFrom: { elementId: 'F', version: 4 } },
    });
  });

  it('of something that lapsed follow only where another has its id', () => {
    const from = state(knip('A'), knip('L'), knip('M'));
    const held = [inForce('A'), earlier('L', 'L>N!'), earlier('M', 'M>O')];
    expect(
      save(from, held, 'follow').map(({ type, data }) => [type, 'elementId' in data && data.elementId]),
    ).toEqual([
      ['KnipWithdrawn', 'L'],
      ['DiagramSaved', false],
      ['KnipDecided', 'N'],
    ]);
    expect(refusalOf(() => save(from, held)).params).toMatchObject({ ids: 'L' });
  });

  it('give way to what was decided on their element since', () => {
    const from = state(knip('L'), knip('N', 'back'), bound('P', 'back'), knip('Q'));
    const held = [inForce('N P'), earlier('L', 'L>N!'), earlier('Q', 'Q>P!')];
    // N was decided anew; a knip for the front cannot go where law binds to the back.
    expect(save(from, held, 'follow').map(({ type }) => type)).toEqual([
      'KnipWithdrawn',
      'KnipWithdrawn',
      'DiagramSaved',
    ]);
  });
});

it('However ids are exchanged, every decision stands on its own element afterwards, once', () => {
  const ids = ['A', 'B', 'C', 'D', 'E'];
  const fresh = ['A', 'B', 'C', 'D', 'E', 'X', 'Y', 'Z', 'U', 'V'];
  const decisions = fc.array(
    fc.record({
      id: fc.constantFrom(...ids),
      side: fc.constantFrom<Side>('front', 'back'),
      kind: fc.constantFrom('knip', 'binding', 'channels', 'dataRequests'),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(decisions, fc.shuffledSubarray(fresh, { minLength: 5, maxLength: 5 }), (made, names) => {
      // One side for each step, so that knip and binding agree.
      const sides = new Map(made.map(({ id, side }) => [id, side]));
      const events = made.map(({ id, kind }): ProcessEvent => {
        if (kind === 'knip') return knip(id, sides.get(id));
        if (kind === 'binding') return bound(id, sides.get(id)!);
        if (kind === 'channels')
          return { type: 'ChannelsPrioritised', data: { elementId: id, channels: ['web'], ...WHY(id) } };
        return { type: 'DataRequestsRecorded', data: { elementId: id, data: [], ...WHY(id) } };
      });
      const now = new Map(ids.map((id, index) => [id, names[index]!]));
      const held = inForce(
        ids.join(' '),
        ...ids.flatMap((id) =>
          now.get(id) === id ? [] : [`${id}>${now.get(id)}${names.includes(id) ? '!' : ''}`],
        ),
      );
      const before = state(...events);
      const after = given(REGISTERED, SAVED, ...events, ...save(before, [held], 'follow'));
      for (const kind of PROCESS_KINDS_ABOUT_ELEMENTS) {
        const told = (facts: ReadonlyMap<string, { value: object }>, id = (key: string) => key) =>
          [...facts]
            .map(([key, { value }]) => `${id(key)} ${JSON.stringify({ ...value, carriedFrom: undefined })}`)
            .sort();
        expect(told(after[kind])).toEqual(told(before[kind], (key) => now.get(key)!));
      }
    }),
  );
});
