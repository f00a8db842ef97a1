import type { OpenFile } from '../unit/open-file.js';
import { currentEvent } from '../unit/current-event.js';
import type {
  CurrentEvent,
  EventToApply,
  Projection,
  ProjectionWriter,
  Stream,
  StreamKind,
} from '../unit/projection.js';
import { prefixOf } from '../unit/stream-name.js';

/** An event that every projection understood, and what writes it. */
export interface Understood {
  event: CurrentEvent;
  writes: (() => void)[];
}

interface Opened {
  projection: Projection;
  writer: ProjectionWriter;
}

interface OpenedKind {
  kind: StreamKind;
  opened: Opened[];
  /** Those that get the events of a type. */
  ofType: Map<string, Opened[]>;
}

/** The writers of some projections on one file, together. */
export class Writers {
  private readonly opened: Opened[];
  private readonly kinds = new Map<string, OpenedKind>();

  constructor(
    file: OpenFile,
    readonly projections: readonly Projection[],
  ) {
    this.opened = projections.map((projection) => ({ projection, writer: projection.open(file) }));
    for (const one of this.opened)
      for (const kind of one.projection.streams) {
        const known: OpenedKind = this.kinds.get(kind.prefix) ?? { kind, opened: [], ofType: new Map() };
        this.kinds.set(kind.prefix, known);
        if (one.writer.apply) known.opened.push(one);
      }
  }

  /** Whether any of them gets the events of a stream. */
  want(stream: string): boolean {
    return this.kinds.has(prefixOf(stream));
  }

  /** Writes nothing yet. @returns a text when the event cannot be understood: the reason */
  understand(stored: EventToApply, stream: Stream): Understood | string {
    try {
      const kind = this.kinds.get(stream.prefix)!;
      const event = currentEvent(kind.kind, stored);
      const writes: (() => void)[] = [];
      for (const { projection, writer } of openedFor(kind, event.type)) {
        const write = writer.apply!(event, stream, () => prepared(projection, event, stored));
        if (write) writes.push(write);
      }
      return { event, writes };
    } catch (error) {
      return `${stored.type}: ${error instanceof Error ? error.message : String(error)}`;
    }
  }

  flush(): void {
    for (const { writer } of this.opened) writer.flush?.();
  }

  forget(): void {
    for (const { writer } of this.opened) writer.forget?.();
  }

  /** Completes each in turn, for the streams of its own kinds among those that changed. */
  complete(changed: readonly Stream[]): void {
    for (const { projection, writer } of this.opened) {
      if (!writer.complete) continue;
      const prefixes = new Set(projection.streams.map(({ prefix }) => prefix));
      const own = changed.filter(({ prefix }) => prefixes.has(prefix));
      if (own.length > 0) writer.complete(own);
    }
  }
}

/** Looked up once for each type, because this is asked for every event of a rebuild. */
function openedFor({ opened, ofType }: OpenedKind, type: string): readonly Opened[] {
  const known = ofType.get(type);
  if (known) return known;
  const made = opened.filter(({ projection: { types } }) => !types || types.has(type));
  ofType.set(type, made);
  return made;
}

function prepared(projection: Projection, event: CurrentEvent, stored: EventToApply): string {
  const ahead = stored.prepared?.get(projection.name);
  if (!ahead) return projection.prepare!(event);
  if ('failure' in ahead) throw new Error(ahead.failure);
  return ahead.text;
}
