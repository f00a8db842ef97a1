import type { CurrentEvent, EventToApply, StreamKind } from './projection.js';

/**
 * An event as the projections get it.
 * @throws Error when it has a type or shape that its kind does not know
 */
export function currentEvent(kind: StreamKind, stored: EventToApply): CurrentEvent {
  const { schemaVersion, at, actor, demo } = stored.metadata;
  const { type, data } = kind.current({ type: stored.type, data: stored.data, schemaVersion });
  const text = data === stored.data ? stored.text : undefined;
  return { type, data, text, version: stored.version, at, actor, demo };
}
