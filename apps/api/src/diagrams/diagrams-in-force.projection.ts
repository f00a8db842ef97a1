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

/** So much, packed and in base64, waits at most until it is written. */
const WAITING_BYTES = 4 * 1024 * 1024;

class DiagramsInForceWriter implements ProjectionWriter {
  private readonly replace;
  /** The newest diagram of each process that is not written yet. While catching up most are soon replaced. */
  private readonly waiting = new Map<number, StoredDiagram>();
  private waitingBytes = 0;

  constructor({ db }: OpenFile) {
    this.replace = db.prepare(
      'INSERT OR REPLACE INTO diagrams_in_force (stream, digest, encoding, bytes) VALUES (?, ?, ?, ?)',
    );
  }

  apply({ data }: CurrentEvent, { no }: Stream): () => void {
    const { diagram } = data as { diagram: StoredDiagram };
    return () => {
      this.waitingBytes += diagram.bytes.length - (this.waiting.get(no)?.bytes.length ?? 0);
      this.waiting.set(no, diagram);
      if (this.waitingBytes > WAITING_BYTES) this.flush();
    };
  }

  flush(): void {
    for (const [no, { digest, encoding, bytes }] of this.waiting)
      this.replace.run(no, digest, encoding, Buffer.from(bytes, 'base64'));
    this.forget();
  }

  forget(): void {
    this.waiting.clear();
    this.waitingBytes = 0;
  }
}
