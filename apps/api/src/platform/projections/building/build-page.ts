import { metadataIn, type JsonObject, type Metadata, type Position, type RawEvent } from '#event-store';
import type { EventToApply, Prepared } from '../unit/projection.js';

/**
 * The next events of the log on their way to where they are applied: their data as JSON, and the metadata
 * that is used. Each event has its place in every list. Lists of texts cross to a thread at a fraction of the
 * cost of objects.
 */
export interface BuildPage {
  /** Each stream, type and actor of the page once: what repeats is not sent anew with every event. */
  words: string[];
  /** Place in `words`. */
  streams: number[];
  versions: number[];
  positions: Position[];
  /** Place in `words`. */
  types: number[];
  texts: string[];
  hashes: string[];
  /** Undefined where it is known to be that of the event before it. */
  previousHashes: (string | null | undefined)[];
  times: string[];
  /** Place in `words`. */
  actors: number[];
  commandIds: string[];
  demos: Metadata['demo'][];
  schemaVersions: number[];
  /** What was prepared of some of them, by their place. */
  prepared: (readonly [place: number, projection: string, prepared: Prepared])[];
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
 * Makes pages of events, from the beginning of the log. The thread that applies them has more to do than this
 * one, so half of the JSON is read here.
 */
export class PageMaker {
  /** Of the newest event of each stream. */
  private readonly hashes = new Map<string, string>();
  /** Of the words of the page in the making. */
  private readonly places = new Map<string, number>();

  make(events: readonly RawEvent[]): BuildPage {
    const page: BuildPage = {
      words: [],
      streams: [],
      versions: [],
      positions: [],
      types: [],
      texts: [],
      hashes: [],
      previousHashes: [],
      times: [],
      actors: [],
      commandIds: [],
      demos: [],
      schemaVersions: [],
      prepared: [],
    };
    this.places.clear();
    for (const event of events) this.add(page, event);
    return page;
  }

  private add(page: BuildPage, [stream, version, position, type, text, json]: RawEvent): void {
    const before = this.hashes.get(stream) ?? null;
    const metadata = metadataIn(JSON.parse(json), before);
    this.hashes.set(stream, metadata.hash);
    page.streams.push(this.placeOf(stream, page));
    page.versions.push(version);
    page.positions.push(position);
    page.types.push(this.placeOf(type, page));
    page.texts.push(text);
    page.hashes.push(metadata.hash);
    page.previousHashes.push(metadata.previousHash === before ? undefined : metadata.previousHash);
    page.times.push(metadata.at);
    page.actors.push(this.placeOf(metadata.actor, page));
    page.commandIds.push(metadata.commandId);
    page.demos.push(metadata.demo);
    page.schemaVersions.push(metadata.schemaVersion);
  }

  private placeOf(word: string, { words }: BuildPage): number {
    const known = this.places.get(word);
    if (known !== undefined) return known;
    this.places.set(word, words.length);
    return words.push(word) - 1;
  }
}

/** The events of a page as they are applied. */
export function eventsOf(page: BuildPage): EventToApply[] {
  const events = page.streams.map((_, place) => eventAt(page, place));
  for (const [place, projection, made] of page.prepared) {
    const event = events[place]!;
    event.prepared = new Map([...(event.prepared ?? []), [projection, made]]);
  }
  return events;
}

/** The event at a place of a page as it is applied, without what was prepared of it. */
export function eventAt(page: BuildPage, place: number): EventToApply {
  const text = page.texts[place]!;
  return {
    stream: page.words[page.streams[place]!]!,
    version: page.versions[place]!,
    position: page.positions[place]!,
    type: page.words[page.types[place]!]!,
    data: JSON.parse(text) as JsonObject,
    metadata: {
      hash: page.hashes[place]!,
      previousHash: page.previousHashes[place],
      at: page.times[place]!,
      actor: page.words[page.actors[place]!]!,
      commandId: page.commandIds[place]!,
      demo: page.demos[place],
      schemaVersion: page.schemaVersions[place]!,
    },
    text,
  };
}
