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

/** A log stands where one was to be put; none is ever overwritten. */
export class LogExists extends Error {
  constructor(path: string) {
    super(`${path} exists already and is not overwritten.`);
    this.name = 'LogExists';
  }
}

/** What stands in the file is not the log that was once written, or not one that this program can read. */
export class LogDamaged extends Error {
  constructor(
    path: string,
    readonly problem: string,
  ) {
    super(`The log ${path} cannot be read: ${problem}.`);
    this.name = 'LogDamaged';
  }
}

/** The folder or the file does not let itself be written. */
export class LogNotWritable extends Error {
  constructor(path: string, reason: string) {
    super(`The log ${path} cannot be written: ${reason}.`);
    this.name = 'LogNotWritable';
  }
}

/**
 * The disk is full: nothing of the append was stored; reading goes on, and so does writing once there is
 * room.
 */
export class LogFull extends Error {
  constructor(path: string) {
    super(`There is no room on the disk of the log ${path}.`);
    this.name = 'LogFull';
  }
}

/** The SQLite that Node carries is too old to trust a log to. */
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
/** An error of no kind of its own: on statements that are right, the file is to blame. */
export const isPlainError = (error: unknown): error is Error => primaryCode(error) === SQLITE.ERROR;
export const isUniqueViolation = (error: unknown): boolean => fieldOf(error, 'errcode') === 2067;

/** What the file system says, for those who do not know its codes. */
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

/** What an error of the engine or the file system means for the log; any other error as it is. */
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
