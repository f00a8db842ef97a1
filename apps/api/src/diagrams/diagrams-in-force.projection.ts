import { processAggregate, PROCESS_DIAGRAM_EVENTS, type StoredDiagram } from '#domain';
import type { OpenFile } from '../platform/projections/unit/open-file.js';
import type {
  CurrentEvent,
  Projection,
  ProjectionWriter,
  Stream,
} from '../platform/projections/unit/projection.js';

/**
 * The bytes of the diagram that each process has now, packed as in the log, so that they can be drawn while
 * the server of the log is away. Older ones are only in the log, so the table grows with the processes.
 */
export const DIAGRAMS_IN_FORCE: Projection = {
  name: 'diagrams-in-force',
  version: 1,
  streams: [processAggregate],
  types: PROCESS_DIAGRAM_EVENTS,
  tables: `
    CREATE TABLE diagrams_in_force (
      stream INTEGER PRIMARY KEY,
      digest TEXT NOT NULL,
      encoding TEXT NOT NULL,
      bytes BLOB NOT NULL
    );
  `,
  contentHash: [
    `SELECT s.name, d.digest, d.encoding, hex(d.bytes) FROM diagrams_in_force d
     JOIN streams s ON s.no = d.stream ORDER BY s.name`,
  ],
  open: (file) => new DiagramsInForceWriter(file),
};

class DiagramsInForceWriter implements ProjectionWriter {
  private readonly replace;

  constructor({ db }: OpenFile) {
    this.replace = db.prepare(
      'INSERT OR REPLACE INTO diagrams_in_force (stream, digest, encoding, bytes) VALUES (?, ?, ?, ?)',
    );
  }

  apply({ data }: CurrentEvent, { no }: Stream): () => void {
    const { digest, encoding, bytes } = (data as { diagram: StoredDiagram }).diagram;
    return () => void this.replace.run(no, digest, encoding, Buffer.from(bytes, 'base64'));
  }
}
