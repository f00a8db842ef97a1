import { processAggregate } from '#domain';
import { BulkInsert } from '../platform/projections/unit/bulk-insert.js';
import type { OpenFile } from '../platform/projections/unit/open-file.js';
import type {
  CurrentEvent,
  Projection,
  ProjectionWriter,
  Stream,
} from '../platform/projections/unit/projection.js';
import { withoutStoredBytes } from './stored-bytes.js';

/**
 * What every event says, in its current shape, with who and when: its data as JSON, without stored bytes such
 * as those of diagrams. The history and the facts read it. Another aggregate
 * whose projections need that adds its kind to the streams.
 */
export const HISTORY: Projection = {
  name: 'history',
  version: 1,
  streams: [processAggregate],
  tables: `
    CREATE TABLE history (
      stream INTEGER NOT NULL,
      version INTEGER NOT NULL,
      type TEXT NOT NULL,
      at TEXT NOT NULL,
      actor TEXT NOT NULL,
      demo INTEGER,
      data TEXT NOT NULL
    );
  `,
  lateIndexes: 'CREATE UNIQUE INDEX IF NOT EXISTS history_by_version ON history (stream, version);',
  contentHash: [
    `SELECT s.name, h.version, h.type, h.at, h.actor, h.demo, h.data FROM history h
     JOIN streams s ON s.no = h.stream ORDER BY s.name, h.version`,
  ],
  open: (file) => new HistoryWriter(file),
};

class HistoryWriter implements ProjectionWriter {
  private readonly rows;

  constructor({ db }: OpenFile) {
    this.rows = new BulkInsert(db, 'history', ['stream', 'version', 'type', 'at', 'actor', 'demo', 'data']);
  }

  apply(event: CurrentEvent, { no }: Stream): () => void {
    const { version, type, at, actor, demo } = event;
    return () => this.rows.add(no, version, type, at, actor, demo ? 1 : null, withoutStoredBytes(event));
  }

  flush(): void {
    this.rows.flush();
  }

  forget(): void {
    this.rows.forget();
  }
}
