import type { ProcessEvent } from './events.js';
import { factsOf, type Fact, type FactKind, type FactValues, type StandingFact } from './facts.js';

type Tables = { readonly [K in FactKind]: ReadonlyMap<string, StandingFact<K>> };

/** A process after `version` events; version 0 is a process that does not exist. */
export interface ProcessState extends Tables {
  readonly version: number;
  /**
   * The version in which the fact of a key last changed, its end included; what `If-Match` is held against.
   * Keys are `kind` and key joined by a blank.
   */
  readonly changed: ReadonlyMap<string, number>;
}

export const KINDS: readonly FactKind[] = [
  'name',
  'domain',
  'retirement',
  'owner',
  'diagram',
  'knip',
  'channels',
  'handover',
  'dataRequests',
  'binding',
  'milestone',
];

/** A process before its first event. */
export function emptyProcess(): ProcessState {
  return {
    version: 0,
    changed: new Map(),
    ...(Object.fromEntries(KINDS.map((kind) => [kind, new Map()])) as unknown as Tables),
  };
}

/** The state after one more event. Pure: the state given is left as it was. */
export function evolve(state: ProcessState, event: ProcessEvent): ProcessState {
  const version = state.version + 1;
  return factsOf(event, version).reduce((next, fact) => withFact(next, fact, version), { ...state, version });
}

/** The state with one fact more or less, at the version given. */
function withFact(state: ProcessState, fact: Fact, version: number): ProcessState {
  const table = new Map<string, StandingFact<FactKind>>(state[fact.kind]);
  if (fact.value === null) table.delete(fact.key);
  else table.set(fact.key, { value: fact.value, version });
  return {
    ...state,
    [fact.kind]: table,
    changed: new Map(state.changed).set(`${fact.kind} ${fact.key}`, version),
  };
}

/** What stands of a kind under a key ('' where there is only one), or undefined. */
export function standing<K extends FactKind>(
  state: ProcessState,
  kind: K,
  key = '',
): FactValues[K] | undefined {
  return (state[kind] as ReadonlyMap<string, StandingFact<K>>).get(key)?.value;
}
