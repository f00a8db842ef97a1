import type { StoredDiagram } from '#domain';
import type { OpenFile } from '../platform/projections/unit/open-file.js';

/** Reads the diagrams that processes have now. */
export class DiagramsInForce {
  private readonly statement;

  constructor({ db }: OpenFile) {
    this.statement = db.prepare(
      `SELECT d.digest, d.encoding, d.bytes FROM diagrams_in_force d JOIN streams s ON s.no = d.stream
       WHERE s.name = ? AND d.digest = ?`,
    );
  }

  /** The diagram of a stream, if it is the one of this digest. */
  get(stream: string, digest: string): StoredDiagram | undefined {
    const row = this.statement.get(stream, digest) as
      | (Omit<StoredDiagram, 'bytes'> & { bytes: Uint8Array })
      | undefined;
    return row && { ...row, bytes: Buffer.from(row.bytes).toString('base64') };
  }
}
