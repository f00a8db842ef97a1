import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusalOf } from '../refusal-of.js';
import {
  nameMilestone,
  nameOwner,
  registerProcess,
  renameProcess,
  retireProcess,
  saveDiagram,
} from './decisions.js';
import type { ProcessEvent, StoredDiagram } from './events.js';
import { given } from './given.js';
import { isReservedMilestoneName } from './input-rules.js';

const REGISTERED: ProcessEvent = {
  type: 'ProcessRegistered',
  data: { name: 'Kapvergunning', domain: 'vergunningen' },
};
const RENAMED: ProcessEvent = {
  type: 'ProcessRenamed',
  data: { name: 'Bomen kappen', reason: { text: 'Korter' } },
};
const RETIRED: ProcessEvent = { type: 'ProcessRetired', data: { reason: { text: 'Vervallen' } } };
const diagram = (digest: string): StoredDiagram => ({ digest, encoding: 'br', bytes: '' });
const saved = (digest: string): ProcessEvent => ({
  type: 'DiagramSaved',
  data: { diagram: diagram(digest) },
});
const P = { process: 'kap' };
const WHY = { reason: 'Omdat het duidelijker is.' };

describe('A process', () => {
  it('is registered with its name, domain and case type', () => {
    expect(
      registerProcess(given(), { ...P, name: ' Kapvergunning ', domain: 'vergunningen', caseType: 'Kappen' }),
    ).toEqual([
      {
        type: 'ProcessRegistered',
        data: { name: 'Kapvergunning', domain: 'vergunningen', caseType: 'Kappen' },
      },
    ]);
  });
  it('is not registered twice', () =>
    expect(
      refusalOf(() => registerProcess(given(REGISTERED), { ...P, name: 'Kap', domain: 'wmo' })),
    ).toMatchObject({ code: 'processExists' }));
  it('that does not exist takes no decision', () =>
    expect(refusalOf(() => renameProcess(given(), { ...P, ...WHY, name: 'Kap' }))).toMatchObject({
      code: 'processUnknown',
      params: { process: 'kap' },
    }));
  it('gets another name, with the reason', () =>
    expect(renameProcess(given(REGISTERED), { ...P, ...WHY, name: 'Bomen kappen' })).toEqual([
      { type: 'ProcessRenamed', data: { name: 'Bomen kappen', reason: { text: WHY.reason } } },
    ]));
  it('that has the name already records nothing', () =>
    expect(renameProcess(given(REGISTERED), { ...P, ...WHY, seen: 99, name: 'Kapvergunning ' })).toEqual([]));
  it('keeps the name a colleague gave since, and lets other changes pass', () => {
    const state = given(REGISTERED, RENAMED, saved('a'));
    expect(refusalOf(() => renameProcess(state, { ...P, ...WHY, name: 'Kap', seen: 1 }))).toMatchObject({
      code: 'seenStale',
      params: { changed: 2, seen: 1, resource: 'process.name' },
    });
    expect(renameProcess(state, { ...P, ...WHY, name: 'Kap', seen: 2 })).toHaveLength(1);
  });
  it('gets an owner', () =>
    expect(nameOwner(given(REGISTERED), { ...P, ...WHY, person: 'anouk' })).toEqual([
      { type: 'ProcessOwnerNamed', data: { person: 'anouk', reason: { text: WHY.reason } } },
    ]));
  it('is retired once, and takes no decision any more', () => {
    expect(retireProcess(given(REGISTERED), { ...P, ...WHY })).toEqual([
      { type: 'ProcessRetired', data: { reason: { text: WHY.reason } } },
    ]);
    const retired = given(REGISTERED, RETIRED);
    for (const decide of [
      () => retireProcess(retired, { ...P, ...WHY }),
      () => renameProcess(retired, { ...P, ...WHY, name: 'Kap' }),
      () => nameOwner(retired, { ...P, ...WHY, person: 'anouk' }),
      () => nameMilestone(retired, { ...P, name: 'Klaar' }),
      () => saveDiagram(retired, { ...P, diagram: diagram('a'), seen: 2 }),
    ])
      expect(refusalOf(decide)).toMatchObject({ code: 'processRetired', params: { name: 'Kapvergunning' } });
  });
  it.each([
    ['an empty reason', ''],
    ['blanks', ' \n\t '],
    ['half a surrogate pair', 'x\ud800y'],
    ['4,001 characters', 'x'.repeat(4001)],
  ])('is not renamed for %s', (_, reason) =>
    expect(refusalOf(() => renameProcess(given(REGISTERED), { ...P, name: 'Kap', reason }))).toMatchObject({
      code: 'textInvalid',
      params: { field: 'reason' },
    }),
  );
});

describe('A diagram', () => {
  it('is saved with its note', () =>
    expect(saveDiagram(given(REGISTERED), { ...P, diagram: diagram('a'), note: 'Eerste', seen: 1 })).toEqual([
      { type: 'DiagramSaved', data: { diagram: diagram('a'), note: { text: 'Eerste' } } },
    ]));
  it('is not saved by someone who does not say what they saw', () =>
    expect(refusalOf(() => saveDiagram(given(REGISTERED), { ...P, diagram: diagram('a') }))).toMatchObject({
      code: 'seenMissing',
      params: { version: 1 },
    }));
  it('that is there already records nothing, whatever was seen', () =>
    expect(saveDiagram(given(REGISTERED, saved('a')), { ...P, diagram: diagram('a'), seen: 99 })).toEqual(
      [],
    ));
  it('that changed since it was seen is not overwritten', () =>
    expect(
      refusalOf(() =>
        saveDiagram(given(REGISTERED, saved('a'), saved('b')), { ...P, diagram: diagram('c'), seen: 2 }),
      ),
    ).toMatchObject({ code: 'seenStale', params: { changed: 3, seen: 2 } }));
  it('is not refused for what changed elsewhere', () =>
    expect(
      saveDiagram(given(REGISTERED, saved('a'), RENAMED), { ...P, diagram: diagram('b'), seen: 2 }),
    ).toHaveLength(1));
  it('can be the first on any version that exists, and on no other', () => {
    const state = given(REGISTERED, RENAMED);
    expect(saveDiagram(state, { ...P, diagram: diagram('a'), seen: 1 })).toHaveLength(1);
    for (const seen of [0, 3, Number.POSITIVE_INFINITY]) {
      expect(refusalOf(() => saveDiagram(state, { ...P, diagram: diagram('a'), seen }))).toMatchObject({
        code: 'seenUnknown',
        params: { version: 2 },
      });
    }
  });
  it('is refused exactly when it changed after what was seen', () =>
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 12 }), fc.nat(13), (saves, at) => {
        const state = given(
          REGISTERED,
          ...saves.map((save, index) => (save ? saved(`digest ${index}`) : RENAMED)),
        );
        const seen = (at % state.version) + 1;
        const decide = () => saveDiagram(state, { ...P, diagram: diagram('new'), seen });
        const changedAfter = saves.some((save, index) => save && index + 2 > seen);
        if (changedAfter) expect(refusalOf(decide)).toMatchObject({ code: 'seenStale' });
        else expect(decide()).toHaveLength(1);
      }),
    ));
});

describe('A milestone', () => {
  it('names the newest version, or the one that is asked for', () => {
    const state = given(REGISTERED, saved('a'));
    expect(nameMilestone(state, { ...P, name: '1.0 vastgesteld' })).toEqual([
      { type: 'MilestoneNamed', data: { name: '1.0 vastgesteld', version: 2 } },
    ]);
    expect(nameMilestone(state, { ...P, name: 'Begin', version: 1 })).toEqual([
      { type: 'MilestoneNamed', data: { name: 'Begin', version: 1 } },
    ]);
  });
  it('cannot name a version that does not exist', () =>
    expect(
      refusalOf(() => nameMilestone(given(REGISTERED), { ...P, name: 'Later', version: 2 })),
    ).toMatchObject({ code: 'versionUnknown', params: { asked: 2, version: 1 } }));
  it('has a name of its own', () => {
    const state = given(REGISTERED, { type: 'MilestoneNamed', data: { name: 'Begin', version: 1 } });
    expect(refusalOf(() => nameMilestone(state, { ...P, name: 'Begin' }))).toMatchObject({
      code: 'milestoneTaken',
      params: { milestone: 'Begin', version: 1 },
    });
  });
  it.each([
    '12',
    ' 7 ',
    '1.0',
    '1,5',
    '-3',
    '1e3',
    '2026-03-02',
    '2026-03-02T10:00:00Z',
    '2026-03-02T10:00:00+01:00',
    ' 2026-03-02 ',
    '2026-03-02 10:00',
    'proposal:4',
    ' Pilot:zomer',
  ])('cannot be called %p, which a comparison would take for something else', (name) =>
    expect(refusalOf(() => nameMilestone(given(REGISTERED), { ...P, name }))).toMatchObject({
      code: 'milestoneNameReserved',
    }),
  );
  it.each(['1,2,3', ',', 'v2026-03-02', '2026-03-02a', 'na 2026-03-02', 'een pilot:zomer'])(
    'can be called %p, which names nothing else',
    (name) => expect(isReservedMilestoneName(name)).toBe(false),
  );
  it('can be called anything that begins like a word', () =>
    fc.assert(
      fc.property(fc.string(), (rest) => expect(isReservedMilestoneName(`versie ${rest}`)).toBe(false)),
    ));
});
