import {
  aggregate,
  freeText,
  object,
  optional,
  positiveInteger,
  text,
  type Policy,
  type Task,
} from '#domain';
import type { RegisteredPolicy } from '../../apps/api/src/platform/policies/registered-policy.js';
import type { Projection } from '../../apps/api/src/platform/projections/unit/projection.js';
import type { Change, StreamWriter, Writable } from '../../apps/api/src/platform/writing/stream-writer.js';
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

const REQUEST: SubjectKind<RequestState> = {
  aggregate: aggregate({
    name: 'request',
    events: {
      Requested: object({ on: optional(text), reason: optional(freeText) }),
      Granted: object({ version: positiveInteger }),
    },
    older: [],
    initial: { version: 0, granted: false } as RequestState,
    evolve: (state, { type, data }) => {
      const version = state.version + 1;
      return type === 'Requested'
        ? { version, asked: version, granted: false, ...(data.on !== undefined && { on: data.on }) }
        : { ...state, version, granted: true };
    },
  }),
  called: { nl: 'dit verzoek', en: 'this request' },
  collection: 'requests',
};
const SHELF: SubjectKind<ShelfState> = {
  aggregate: aggregate({
    name: 'shelf',
    events: { Placed: object({ request: text }) },
    older: [],
    initial: { things: 0 },
    evolve: ({ things }) => ({ things: things + 1 }),
  }),
  called: { nl: 'deze plank', en: 'this shelf' },
  collection: 'shelves',
};

export const REQUEST_STREAMS = REQUEST.aggregate;
/** The shelf has no policy, and no table of its own; its streams are followed all the same. */
export const SHELF_PROJECTION: Projection = {
  name: 'shelf',
  version: 1,
  streams: [SHELF.aggregate],
  tables: '',
  contentHash: [],
  open: () => ({}),
};

const writable = <S>(kind: SubjectKind<S>): Writable<S> => ({
  kind,
  assertId: () => {},
  refuseParked: (id, { reason }) => new Error(`${id} is parked: ${reason}`),
});

/** The kinds of their streams, which no released log has. */
export const KINDS = [REQUEST, SHELF].map(({ aggregate: { prefix } }) => prefix);

export const requests = writable(REQUEST);
export const shelves = writable(SHELF);

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
