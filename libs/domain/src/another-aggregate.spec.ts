import { describe, expect, it } from '@jest/globals';
import { aggregate } from './aggregate.js';
import type { EventOf } from './events.js';
import { emptyState, standing, withFacts, type Fact, type FactState } from './facts.js';
import { Refusal } from './refusal.js';
import { refusalOf } from './refusal-of.js';
import { assertUnchangedSince } from './seen.js';
import { freeText, object, oneOf, text, type TypeOf } from './shapes.js';
import { toFreeText } from './texts.js';
import type { OlderShapes } from './upcast.js';

/* All that an aggregate beside `process` consists of, made of the generic parts alone. */

// events.ts
const VERDICTS = ['keep', 'adjust', 'revert'] as const;
const EVENTS = {
  PilotPlanned: object({ title: text }),
  FindingRecorded: object({ id: text, verdict: oneOf(VERDICTS), reason: freeText }),
  FindingDismissed: object({ id: text, reason: freeText }),
};
type Event = EventOf<typeof EVENTS>;

// upcast.ts: the first release had a `name` where there is a `title` now
const OLDER: OlderShapes = [
  new Map([
    ['PilotPlanned', (data) => ({ type: 'PilotPlanned', data: { title: (data as { name: string }).name } })],
  ]),
];

// facts.ts and state.ts
interface Values {
  title: { title: string };
  finding: Omit<TypeOf<typeof EVENTS.FindingRecorded>, 'id'>;
}
type State = FactState<Values>;
function factsOf(event: Event): Fact<Values>[] {
  switch (event.type) {
    case 'PilotPlanned':
      return [{ kind: 'title', key: '', value: event.data }];
    case 'FindingRecorded': {
      const { id, ...finding } = event.data;
      return [{ kind: 'finding', key: id, value: finding }];
    }
    case 'FindingDismissed':
      return [{ kind: 'finding', key: event.data.id, value: null }];
  }
}

// pilot-aggregate.ts
const pilots = aggregate({
  name: 'pilot',
  events: EVENTS,
  older: OLDER,
  initial: emptyState<Values>(['title', 'finding']),
  evolve: (state, event): State => withFacts<Values>(state, factsOf(event)),
});

// decisions.ts
class PilotRefusal extends Refusal<'findingUnknown'> {}
function dismiss(state: State, { id, reason, seen }: { id: string; reason: string; seen?: number }): Event[] {
  const name = standing(state, 'title')?.title ?? '';
  assertUnchangedSince(state, seen, { name, aggregate: 'pilot', kind: 'finding', key: id });
  if (!standing(state, 'finding', id)) throw new PilotRefusal('findingUnknown', { finding: id, name });
  return [{ type: 'FindingDismissed', data: { id, reason: toFreeText('reason', reason) } }];
}

describe('Another aggregate', () => {
  const log = [
    { type: 'PilotPlanned', data: { name: 'Zomer' }, schemaVersion: 1 },
    {
      type: 'FindingRecorded',
      data: { id: 'f', verdict: 'adjust', reason: { text: 'Druk.' } },
      schemaVersion: 2,
    },
  ];
  const state = log.map(pilots.current).reduce(pilots.evolve, pilots.initial);

  it('says what its streams are called, how its events are sealed and what is free text in them', () => {
    expect([pilots.stream('zomer'), pilots.schemaVersion, [...pilots.freeTexts]]).toEqual([
      'pilot-zomer',
      2,
      ['reason'],
    ]);
    expect(() => aggregate({ ...pilots, name: 'pilot-plan', events: EVENTS, older: OLDER })).toThrow(
      'pilot-plan is no name for an aggregate',
    );
  });

  it('reads its log, older shapes included', () => {
    expect(standing(state, 'title')).toEqual({ title: 'Zomer' });
    expect(standing(state, 'finding', 'f')).toEqual({ verdict: 'adjust', reason: { text: 'Druk.' } });
  });
  it('decides, and refuses with codes of its own beside the generic ones', () => {
    const events = dismiss(state, { id: 'f', reason: 'Achterhaald.' });
    expect(standing(events.reduce(pilots.evolve, state), 'finding', 'f')).toBeUndefined();
    const codeOf = (command: Parameters<typeof dismiss>[1]) => refusalOf(() => dismiss(state, command)).code;
    expect(codeOf({ id: 'g', reason: 'x' })).toBe('findingUnknown');
    expect(codeOf({ id: 'f', reason: ' ' })).toBe('textInvalid');
    expect(codeOf({ id: 'f', reason: 'x', seen: 1 })).toBe('seenStale');
  });
});
