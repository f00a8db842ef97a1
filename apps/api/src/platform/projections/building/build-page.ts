import { metadataIn, type JsonObject, type Metadata, type Position, type RawEvent } from '#event-store';
import type { EventToApply, Prepared } from '../unit/projection.js';

/**
 * An event on its way to where it is applied: its data as JSON, and the metadata that is used. A row of
 * strings crosses to a thread at a tenth of the cost of objects.
 */
export type BuildEvent = readonly [
  stream: string,
  version: number,
  position: Position,
  type: string,
  data: string,
  hash: string,
  /** Undefined where it is known to be that of the event before it. */
  previousHash: string | null | undefined,
  at: string,
  actor: string,
  commandId: string,
  demo: Metadata['demo'],
  schemaVersion: number,
];

/** The next events of the log, with what was prepared of some of them, by their place in the page. */
export interface BuildPage {
  events: readonly BuildEvent[];
  prepared: readonly (readonly [index: number, projection: string, prepared: Prepared])[];
}

/** A read model, or a part of one, in the making. */
export interface Build {
  apply(page: BuildPage): void;
  /** Makes what was put off and closes the file, which can be used from now on. */
  complete(): void;
  /** Closes the file; a build that is not complete is lost. */
  close(): void;
}

/**
 * Reads the metadata of events, from the beginning of the log. The thread that applies them has more to do
 * than this one, so half of the JSON is read here.
 */
export class MetadataReader {
  /** Of the newest event of each stream. */
  private readonly hashes = new Map<string, string>();

  read([stream, version, position, type, data, metadata]: RawEvent): BuildEvent {
    const before = this.hashes.get(stream) ?? null;
    const { hash, previousHash, at, actor, commandId, demo, schemaVersion } = metadataIn(
      JSON.parse(metadata),
      before,
    );
    this.hashes.set(stream, hash);
    const unchained = previousHash === before ? undefined : previousHash;
    return [
      stream,
      version,
      position,
      type,
      data,
      hash,
      unchained,
      at,
      actor,
      commandId,
      demo,
      schemaVersion,
    ];
  }
}

/** The events of a page as they are applied. */
export function eventsOf({ events, prepared }: BuildPage): EventToApply[] {
  const parsed = events.map(eventOf);
  for (const [index, projection, made] of prepared) {
    const event = parsed[index]!;
    event.prepared = new Map([...(event.prepared ?? []), [projection, made]]);
  }
  return parsed;
}

/** An event as it is applied, without the values that a thread prepared. */
export function eventOf([
  stream,
  version,
  position,
  type,
  text,
  hash,
  previousHash,
  at,
  actor,
  commandId,
  demo,
  schemaVersion,
]: BuildEvent): EventToApply {
  return {
    stream,
    version,
    position,
    type,
    data: JSON.parse(text) as JsonObject,
    metadata: { hash, previousHash, at, actor, commandId, demo, schemaVersion },
    text,
  };
}
