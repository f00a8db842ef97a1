import { createHash } from 'node:crypto';
import { brotliCompressSync, constants } from 'node:zlib';
import {
  EMPTY_STREAM,
  sealEvents,
  type EventStore,
  type LogToRead,
  type NewEvent,
  type StoredEvent,
  type StreamHead,
} from '#event-store';

const FAST = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

/** A list of appends: the stream, and how many events it gets at once. */
export type Recipe = readonly (readonly [stream: number, count: number])[];

/**
 * Appends the events of a recipe to a store: texts, diagrams and unusual numbers, some of them demonstration
 * events.
 */
export async function fill(store: EventStore, recipe: Recipe): Promise<void> {
  const heads = new Map<string, StreamHead>();
  for (const [index, count] of recipe) {
    const stream = `process-${index}`;
    const head = heads.get(stream) ?? headAt(await store.readLast(stream));
    const made = Array.from({ length: count }, (_, n) => eventOf(head.version + n + 1));
    const now = new Date(Date.parse('2026-03-02T09:00:00Z') + head.version * 3_600_000);
    const sealed = sealEvents(stream, head, made, {
      commandId: crypto.randomUUID(),
      requestDigest: '0'.repeat(64),
      schemaVersion: 1,
      actor: 'werkgroep-wmo',
      now,
      demo: index === 0,
    });
    const { version } = await store.append(stream, head.version, sealed);
    const last = sealed.at(-1)?.metadata;
    heads.set(stream, { version, hash: last?.hash ?? null, at: last?.at });
  }
}

const headAt = (last: StoredEvent | undefined): StreamHead =>
  last ? { version: last.version, hash: last.metadata.hash, at: last.metadata.at } : EMPTY_STREAM;

function eventOf(version: number): NewEvent {
  if (version % 5 === 2) {
    const bytes = Buffer.from(`<definitions>${version}</definitions>`);
    const digest = createHash('sha256').update(bytes).digest('hex');
    return {
      type: 'DiagramSaved',
      data: {
        diagram: { digest, encoding: 'br', bytes: brotliCompressSync(bytes, FAST).toString('base64') },
      },
    };
  }
  return {
    type: 'KnipDecided',
    data: {
      elementId: 'Stap é 👩‍⚖️',
      side: 'front',
      odd: [1e21, -0.5, null, {}],
      reason: { text: `Reden ${version}\u0000` },
    },
  };
}

/** All events of a log without their positions, which differ per engine. */
export async function contentOf({
  events,
}: {
  events: Pick<LogToRead['events'], 'readAll'>;
}): Promise<string[]> {
  const content: string[] = [];
  for (
    let page = await events.readAll(undefined, 1_000);
    page.length > 0;
    page = await events.readAll(page.at(-1)!.position, 1_000)
  ) {
    content.push(
      ...page.map(({ stream, version, type, data, metadata }) =>
        JSON.stringify({ stream, version, type, data, metadata }),
      ),
    );
  }
  return content;
}
