import { describe, expect, it } from '@jest/globals';
import { sealEvents, whyForeign, EMPTY_STREAM, type Metadata, type RawEvent } from '#event-store';
import { eventsOf, PageMaker } from './build-page.js';

const STREAM = 'toy-12';
const context = {
  commandId: 'c',
  requestDigest: 'd',
  schemaVersion: 1,
  actor: 'werkgroep-wmo',
  now: new Date('2026-01-05T09:00:00Z'),
};
const painted = { type: 'ToyPainted', data: { colour: 'red' } };
const [first, second] = sealEvents(STREAM, EMPTY_STREAM, [painted, painted], context).map(
  ({ metadata }) => metadata,
) as [Metadata, Metadata];
const row = (version: number, metadata: object, stream = STREAM): RawEvent => [
  stream,
  version,
  String(version),
  'ToyPainted',
  '{}',
  JSON.stringify(metadata),
];

/** Why each event is foreign that a build hands on, held against the hash before it. */
function reasons(...events: [row: RawEvent, previous: string | null][]): (string | undefined)[] {
  const made = eventsOf(new PageMaker().make(events.map(([event]) => event)));
  return made.map((event, place) => whyForeign(event, events[place]![1]));
}

describe('Events on their way to the thread that builds', () => {
  it('leave out the hash before them where they are chained', () => {
    const page = new PageMaker().make([row(1, first), row(2, second)]);
    const sent = eventsOf(page).map(({ metadata }) => metadata);
    expect(sent.map(({ previousHash }) => previousHash)).toEqual([undefined, undefined]);
    expect(sent.map(({ hash }) => hash)).toEqual([first.hash, second.hash]);
  });

  it('are ours when they are chained within their own stream, with others between them', () => {
    const other = row(1, first, 'toy-13');
    expect(reasons([row(1, first), null], [other, null], [row(2, second), first.hash])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it.each<[string, unknown]>([
    ['another hash', '0'.repeat(64)],
    ['none', null],
  ])('are foreign when they are chained to %s', (_, previousHash) => {
    const unchained = row(2, { ...second, previousHash });
    expect(reasons([row(1, first), null], [unchained, first.hash])[1]).toMatch(/not chained/);
  });

  it.each<[string, unknown]>([
    ['nothing at all', undefined],
    ['what is no hash', 'x'],
    ['an empty text', ''],
  ])('are foreign when %s stands for the hash before them', (_, previousHash) => {
    const odd = { ...second, previousHash };
    expect(reasons([row(1, first), null], [row(2, odd), first.hash])[1]).toMatch(/another program/);
    expect(reasons([row(1, odd), null])).toEqual(['another program wrote it']);
  });
});
