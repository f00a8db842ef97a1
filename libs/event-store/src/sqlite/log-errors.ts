/** Another process holds the log. */
export class LogInUse extends Error {
  constructor(
    path: string,
    readonly holder = 'another process',
  ) {
    super(`The log ${path} is in use by ${holder}.`);
    this.name = 'LogInUse';
  }
}

/** There is no log to read. */
export class LogMissing extends Error {
  constructor(path: string) {
    super(`There is no log ${path}.`);
    this.name = 'LogMissing';
  }
}

/** There is already a log at the target. A log is never overwritten. */
export class LogExists extends Error {
  constructor(path: string) {
    super(`${path} exists already and is not overwritten.`);
    this.name = 'LogExists';
  }
}

/** The file is not the log that was written, or this program cannot read it. */
export class LogDamaged extends Error {
  constructor(
    path: string,
    readonly problem: string,
  ) {
    super(`The log ${path} cannot be read: ${problem}.`);
    this.name = 'LogDamaged';
  }
}

/** The folder or the file cannot be written. */
export class LogNotWritable extends Error {
  constructor(path: string, reason: string) {
    super(`The log ${path} cannot be written: ${reason}.`);
    this.name = 'LogNotWritable';
  }
}

/**
 * The disk is full. Nothing of the append was stored. Reading still works, and writing works again when there
 * is space.
 */
export class LogFull extends Error {
  constructor(path: string) {
    super(`There is no room on the disk of the log ${path}.`);
    this.name = 'LogFull';
  }
}

/** The SQLite inside Node is too old to be trusted with a log. */
export class EngineTooOld extends Error {
  constructor(found: string, needed: string) {
    super(`SQLite ${found} can damage a log; ${needed} or newer is needed (Node 24 carries one).`);
    this.name = 'EngineTooOld';
  }
}

const SQLITE = {
  ERROR: 1,
  BUSY: 5,
  READONLY: 8,
  IOERR: 10,
  CORRUPT: 11,
  FULL: 13,
  CANTOPEN: 14,
  NOTADB: 26,
} as const;

export const isBusy = (error: unknown): boolean => primaryCode(error) === SQLITE.BUSY;
/** A generic error. Our statements are correct, so the file is the cause. */
export const isPlainError = (error: unknown): error is Error => primaryCode(error) === SQLITE.ERROR;
export const isUniqueViolation = (error: unknown): boolean => fieldOf(error, 'errcode') === 2067;

/** The meaning of the file system's error codes, in words. */
const REASONS: Record<string, string> = {
  EACCES: 'this user may not write there',
  EPERM: 'this user may not write there',
  EROFS: 'that place is read-only',
  ENOTDIR: 'a file stands where a folder is needed',
  EEXIST: 'something else stands where its folder is needed',
  EISDIR: 'a folder stands where a file is needed',
  ENOENT: 'its folder cannot be made there',
  ELOOP: 'its folder is a link that leads nowhere',
  ENAMETOOLONG: 'its name is too long',
};

/**
 * Translates an error of SQLite or of the file system into a log error. Returns any other error unchanged.
 */
export function asLogError(error: unknown, path: string): unknown {
  const message = error instanceof Error ? error.message : String(error);
  const code = primaryCode(error) ?? fieldOf(error, 'code');
  switch (code) {
    case SQLITE.FULL:
    case 'ENOSPC':
    case 'EDQUOT':
      return new LogFull(path);
    case SQLITE.CORRUPT:
    case SQLITE.NOTADB:
      return new LogDamaged(path, message);
    case SQLITE.READONLY:
    case SQLITE.CANTOPEN:
    case SQLITE.IOERR:
      return new LogNotWritable(path, message);
    default: {
      const reason = typeof code === 'string' ? REASONS[code] : undefined;
      return reason === undefined ? error : new LogNotWritable(path, reason);
    }
  }
}

function primaryCode(error: unknown): number | undefined {
  const code = fieldOf(error, 'errcode');
  return typeof code === 'number' ? code & 0xff : undefined;
}

function fieldOf(error: unknown, field: string): unknown {
  return error !== null && typeof error === 'object' ? (error as Record<string, unknown>)[field] : undefined;
}
