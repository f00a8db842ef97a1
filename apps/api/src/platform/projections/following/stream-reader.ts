import type { EventPlace } from '#event-store';
import type { ParkedAt } from '../unit/parked.js';
import type { OpenFile } from '../unit/open-file.js';

/** A stream as it can be read here, with what the next event of it must follow on. */
export interface KnownStream {
  /** The number by which tables refer to it. */
  no: number;
  version: number;
  /** Hash of its newest event, hex. */
  hash: string;
  /** Time of its newest event. */
  at: string;
}

/** The newest event of a stream, and where it stands in the log. */
export interface NewestEvent {
  stream: string;
  version: number;
  position: string;
  type: string;
  /** Pseudonymous id of who acted. */
  actor: string;
}

/** A stream with an event that could not be understood, and that event's version. */
export interface ParkedStream {
  stream: string;
  version: number;
  /** Why the event is foreign, if it is. */
  foreign?: string;
}

/** Reads what the platform keeps of each stream. */
export class StreamReader {
  private readonly statements;

  constructor({ db }: OpenFile) {
    this.statements = {
      known: db.prepare('SELECT no, version, hash, at FROM streams WHERE name = ? AND version > 0'),
      newest: db.prepare(
        `SELECT name AS stream, version, position, type, actor FROM streams
         WHERE version > 0 AND (?1 IS NULL OR name = ?1)`,
      ),
      command: db.prepare(
        `SELECT s.name AS stream, max(c.version) AS version FROM commands c JOIN streams s ON s.no = c.stream
         WHERE substr(c.command_id, 1, 16) = substr(?1, 1, 16) AND c.command_id = ?1 GROUP BY s.name`,
      ),
      allParked: db.prepare(
        `SELECT s.name AS stream, p.version, iif(p.is_foreign, p.reason, NULL) AS other FROM parked p CROSS JOIN streams s ON s.no = p.stream
         ORDER BY s.name`,
      ),
      parked: db.prepare(
        'SELECT p.version, p.reason, p.is_foreign FROM parked p JOIN streams s ON s.no = p.stream WHERE s.name = ?',
      ),
    };
  }

  known(name: string): KnownStream | undefined {
    return this.statements.known.get(name) as KnownStream | undefined;
  }

  /** The newest event of every stream, or of one. */
  newest(name: string | undefined): NewestEvent[] {
    return this.statements.newest.all(name ?? null) as unknown as NewestEvent[];
  }

  /** The stream that a command wrote to, and the version at which it ended. */
  command(commandId: string): EventPlace | undefined {
    return this.statements.command.get(commandId) as EventPlace | undefined;
  }

  allParked(): ParkedStream[] {
    const rows = this.statements.allParked.all() as unknown as (ParkedStream & { other: string | null })[];
    return rows.map(({ stream, version, other }) => ({
      stream,
      version,
      ...(other !== null && { foreign: other }),
    }));
  }

  parked(name: string): ParkedAt | undefined {
    const row = this.statements.parked.get(name) as (ParkedAt & { is_foreign: number }) | undefined;
    return (
      row && { version: row.version, reason: row.reason, ...(row.is_foreign === 1 && { foreign: true }) }
    );
  }
}
