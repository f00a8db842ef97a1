import { processAggregate, PROCESS_DIAGRAM_EVENTS, type StoredDiagram } from '#domain';
import { BulkInsert } from '../platform/projections/unit/bulk-insert.js';
import type { OpenFile } from '../platform/projections/unit/open-file.js';
import type { CurrentEvent, Projection, ProjectionWriter } from '../platform/projections/unit/projection.js';
import { outlineText, type OutlinesAhead, type ReadOutline } from './outline-text.js';

/** What is in each diagram, read once per digest. */
export function outlines(read: ReadOutline, ahead?: OutlinesAhead): Projection {
  const text = outlineText(read, ahead);
  return {
    name: 'outlines',
    version: 3,
    streams: [processAggregate],
    types: PROCESS_DIAGRAM_EVENTS,
    tables: 'CREATE TABLE outlines (digest TEXT PRIMARY KEY, outline TEXT NOT NULL);',
    contentHash: ['SELECT digest, outline FROM outlines ORDER BY digest'],
    prepare: (event) => text(diagramOf(event)),
    open: (file) => new OutlinesWriter(file),
  };
}

const diagramOf = ({ data }: CurrentEvent): StoredDiagram => (data as { diagram: StoredDiagram }).diagram;

class OutlinesWriter implements ProjectionWriter {
  private readonly rows;
  /** Digests whose outline is not written yet. */
  private readonly waiting = new Set<string>();
  private readonly stands;

  constructor({ db }: OpenFile) {
    this.rows = new BulkInsert(db, 'outlines', ['digest', 'outline']);
    this.stands = db.prepare('SELECT 1 FROM outlines WHERE digest = ?');
  }

  apply(event: CurrentEvent, _: unknown, prepared: () => string): (() => void) | undefined {
    const { digest } = diagramOf(event);
    if (this.waiting.has(digest) || this.stands.get(digest)) return undefined;
    const outline = prepared();
    return () => this.add(digest, outline);
  }

  flush(): void {
    this.rows.flush();
    this.waiting.clear();
  }

  forget(): void {
    this.rows.forget();
    this.waiting.clear();
  }

  private add(digest: string, outline: string): void {
    if (this.rows.add(digest, outline)) this.waiting.clear();
    else this.waiting.add(digest);
  }
}
