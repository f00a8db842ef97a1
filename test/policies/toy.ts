import type { Policy, Task } from '#domain';
import type { RegisteredPolicy } from '../../apps/api/src/platform/policies/registered-policy.js';
import type { Projection, StreamKind } from '../../apps/api/src/platform/projections/projection.js';
import type { Aggregate, Change, StreamWriter } from '../../apps/api/src/platform/writing/stream-writer.js';
import type { SubjectKind } from '../../apps/api/src/platform/writing/subject.js';

// A toy that stands for every lasting process: a request, made at once or for a day, is followed by one thing
// put on a shelf that all requests share, and by a note on the request itself. The shelf takes whatever
// comes, so that nothing but the command id keeps a thing from being put there twice.

interface RequestState {
  version: number;
  /** Version of the event that asked for the thing. */
  asked?: number;
  on?: string;
  granted: boolean;
}

interface ShelfState {
  things: number;
}

const kind = (name: string): SubjectKind => ({
  name,
  collection: `${name}s`,
  stream: (id) => `${name}-${id}`,
});
const REQUEST = kind('request');
const SHELF = kind('shelf');

const streams = ({ stream }: SubjectKind): StreamKind => ({
  prefix: stream(''),
  version: 1,
  current: ({ type, data }) => ({ type, data }),
});
export const REQUEST_STREAMS = streams(REQUEST);
/** The shelf has no policy, and no table of its own; its streams are followed all the same. */
export const SHELF_PROJECTION: Projection = {
  name: 'shelf',
  version: 1,
  streams: [streams(SHELF)],
  tables: '',
  contentHash: [],
  open: () => ({}),
};

const aggregate = <S>(of: SubjectKind, initial: S, evolve: Aggregate<S>['evolve']): Aggregate<S> => ({
  kind: of,
  initial,
  evolve,
  freeTexts: new Set(['reason']),
  assertId: () => {},
  refuseParked: (id, { reason }) => new Error(`${id} is parked: ${reason}`),
});

export const requests = aggregate<RequestState>(
  REQUEST,
  { version: 0, granted: false },
  (state, { type, data }) => {
    const version = state.version + 1;
    if (type === 'Requested')
      return {
        version,
        asked: version,
        granted: false,
        ...(data.on !== undefined && { on: String(data.on) }),
      };
    return { ...state, version, granted: state.granted || type === 'Granted' };
  },
);
export const shelves = aggregate<ShelfState>(SHELF, { things: 0 }, ({ things }) => ({ things: things + 1 }));

/** What was asked for and not granted yet. */
const grantRequests: Policy<RequestState> = ({ asked, on, granted }) =>
  asked === undefined || granted ? [] : [{ name: 'grant', cause: asked, ...(on !== undefined && { on }) }];

/** @param derivedId makes the id of the second command */
export const granting = (
  requestWriter: StreamWriter<RequestState>,
  shelfWriter: StreamWriter<ShelfState>,
  derivedId: (...parts: string[]) => string,
): RegisteredPolicy<RequestState, Task> => ({
  name: 'grantRequests',
  kind: REQUEST,
  policy: grantRequests,
  state: (id) => requestWriter.state(id),
  carryOut: async (_, id, by) => {
    const placed = await shelfWriter.write(
      { subject: { kind: SHELF, id: 'all' }, ...by },
      change('place', { request: id }, { type: 'Placed', data: { request: id } }),
    );
    await requestWriter.write(
      { subject: { kind: REQUEST, id }, ...by, commandId: derivedId('then', by.commandId) },
      change('grant', {}, { type: 'Granted', data: { version: placed.version } }),
    );
  },
});

const change = <S>(name: string, content: object, event: { type: string; data: object }): Change<S> => ({
  name,
  content,
  assertMay: () => {},
  decide: () => [event],
});
