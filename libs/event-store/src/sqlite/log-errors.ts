/** Another process holds the log. */
export class LogInUse extends Error {
  constructor(path: string, holder: string | undefined) {
    super(`The log ${path} is in use by ${holder ?? 'another process'}.`);
    this.name = 'LogInUse';
  }
}

/** What stands in the file is not the log that was once written, or not one that this program can read. */
export class LogDamaged extends Error {
  constructor(path: string, problem: string) {
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

/** The disk is full: nothing of the append was stored; reading goes on, and so does writing once there is room. */
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

const SQLITE = { ERROR: 1, BUSY: 5, READONLY: 8, CORRUPT: 11, FULL: 13, CANTOPEN: 14, NOTADB: 26 } as const;

export const isBusy = (error: unknown): boolean => primaryCode(error) === SQLITE.BUSY;
/** An error of no kind of its own: on statements that are right, the file is to blame. */
export const isPlainError = (error: unknown): error is Error => primaryCode(error) === SQLITE.ERROR;
export const isUniqueViolation = (error: unknown): boolean => fieldOf(error, 'errcode') === 2067;

/** What an error of the engine or the file system means for the log; any other error as it is. */
export function asLogError(error: unknown, path: string): unknown {
  const message = error instanceof Error ? error.message : String(error);
  switch (primaryCode(error) ?? fieldOf(error, 'code')) {
    case SQLITE.FULL:
    case 'ENOSPC':
    case 'EDQUOT':
      return new LogFull(path);
    case SQLITE.CORRUPT:
    case SQLITE.NOTADB:
      return new LogDamaged(path, message);
    case SQLITE.READONLY:
    case SQLITE.CANTOPEN:
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'ENOTDIR':
    case 'EEXIST':
    case 'EISDIR':
    case 'ENOENT':
      return new LogNotWritable(path, message);
    default:
      return error;
  }
}

function primaryCode(error: unknown): number | undefined {
  const code = fieldOf(error, 'errcode');
  return typeof code === 'number' ? code & 0xff : undefined;
}

function fieldOf(error: unknown, field: string): unknown {
  return error !== null && typeof error === 'object' ? (error as Record<string, unknown>)[field] : undefined;
}
