import { lastChange, type Versioned } from './facts.js';
import { Refusal } from './refusal.js';

/** A refusal because of the version that the person has seen (`If-Match`). */
export class SeenRefusal extends Refusal<'seenMissing' | 'seenStale' | 'seenUnknown'> {}

/** The fact that a command changes, and the name by which people know the subject it belongs to. */
interface Resource {
  name: string;
  /** E.g. `process`: two aggregates may have a kind of fact of the same name. */
  aggregate: string;
  kind: string;
  key: string;
}

/**
 * Compares the version seen with the one in which the resource last changed: changes elsewhere are no
 * objection.
 * @throws SeenRefusal when the resource changed since, or there is no such version
 */
export function assertUnchangedSince(
  state: Versioned,
  seen: number | undefined,
  { name, aggregate, kind, key }: Resource,
): void {
  if (seen === undefined) return;
  if (seen < 1 || seen > state.version)
    throw new SeenRefusal('seenUnknown', { name, version: state.version });
  const changed = lastChange(state, kind, key) ?? 0;
  const resource = `${aggregate}.${kind}`;
  if (changed > seen) throw new SeenRefusal('seenStale', { name, resource, key, changed, seen });
}
