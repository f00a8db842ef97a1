/*
 * The state of any aggregate as keyed facts. An aggregate names its kinds of facts in an interface `V`, e.g.
 * `{ name: { name: string }; knip: { side: Side } }`, and says which facts each event brings. The state in
 * memory and the rows of the read side are both made of these facts, so that a decision and a screen never
 * disagree about what an event means.
 */

/** One fact that an event sets, or ends where `value` is null. The key is '' where there is only one. */
export type Fact<V> = {
  [K in keyof V & string]: { kind: K; key: string; value: V[K] | null };
}[keyof V & string];

/** A fact that holds, with the version that set it. */
export interface StandingFact<T> {
  value: T;
  version: number;
}

/** The facts of one kind that hold, by key. */
type FactTable<T> = ReadonlyMap<string, StandingFact<T>>;

/** What every state holds beside its facts. */
export interface Versioned {
  /** The number of events so far; 0 before the first. */
  readonly version: number;
  /**
   * The version in which a fact last changed, or ended; `If-Match` is compared with it. Keys are kind and key
   * with a blank between.
   */
  readonly changed: ReadonlyMap<string, number>;
}

/** A state: one table for each kind of fact. */
export type FactState<V> = Versioned & { readonly [K in keyof V]: FactTable<V[K]> };

/** The state before the first event. */
export function emptyState<V>(kinds: readonly (keyof V)[]): FactState<V> {
  const tables = Object.fromEntries(kinds.map((kind) => [kind, new Map()]));
  return { version: 0, changed: new Map(), ...tables } as unknown as FactState<V>;
}

/** The state after one more event, which brings these facts. Pure: the given state stays as it is. */
export function withFacts<V>(state: FactState<V>, facts: readonly Fact<V>[]): FactState<V> {
  const version = state.version + 1;
  const next: Record<string, unknown> = { ...state, version };
  const changed = new Map(state.changed);
  for (const { kind, key, value } of facts) {
    const table = new Map(next[kind] as FactTable<unknown>);
    if (value === null) table.delete(key);
    else table.set(key, { value, version });
    next[kind] = table;
    changed.set(`${kind} ${key}`, version);
  }
  return { ...next, changed } as unknown as FactState<V>;
}

/** What a fact of this kind says. */
type ValueOf<State, K extends keyof State> = State[K] extends FactTable<infer T> ? T : never;

/** What holds of a kind under a key, or undefined. */
export function standing<State extends Versioned, K extends keyof State>(
  state: State,
  kind: K,
  key = '',
): ValueOf<State, K> | undefined {
  return (state[kind] as FactTable<ValueOf<State, K>>).get(key)?.value;
}

/** The version in which a fact last changed or ended, or undefined where it never held. */
export function lastChange({ changed }: Versioned, kind: string, key: string): number | undefined {
  return changed.get(`${kind} ${key}`);
}
