import { describe, expect, it } from '@jest/globals';
import {
  asLogError,
  isBusy,
  isPlainError,
  isUniqueViolation,
  LogDamaged,
  LogExists,
  LogFull,
  LogInUse,
  LogMissing,
  LogNotWritable,
} from './log-errors.js';

/** As SQLite gives it: the lowest byte of the code is its kind. */
const ofSqlite = (errcode: number) => Object.assign(new Error('what SQLite says'), { errcode });
const ofSystem = (code: string) => Object.assign(new Error('what the system says'), { code });
const EXTENDED = 3 << 8;

describe('An error of SQLite or of the file system', () => {
  it.each([13, 13 | EXTENDED])('says that the disk is full: code %d', (code) => {
    expect(asLogError(ofSqlite(code), 'log.db')).toEqual(new LogFull('log.db'));
  });

  it.each([11, 26, 11 | EXTENDED])('says that the file is damaged: code %d', (code) => {
    expect(asLogError(ofSqlite(code), 'log.db')).toEqual(new LogDamaged('log.db', 'what SQLite says'));
  });

  it.each([8, 10, 14, 10 | EXTENDED])('says that the file cannot be written: code %d', (code) => {
    expect(asLogError(ofSqlite(code), 'log.db')).toEqual(new LogNotWritable('log.db', 'what SQLite says'));
  });

  it.each(['ENOSPC', 'EDQUOT'])('says that the disk is full: %s', (code) => {
    expect(asLogError(ofSystem(code), 'log.db')).toEqual(new LogFull('log.db'));
  });

  it.each([
    ['EACCES', 'this user may not write there'],
    ['EPERM', 'this user may not write there'],
    ['EROFS', 'that place is read-only'],
    ['ENOTDIR', 'a file stands where a folder is needed'],
    ['EEXIST', 'something else stands where its folder is needed'],
    ['EISDIR', 'a folder stands where a file is needed'],
    ['ENOENT', 'its folder cannot be made there'],
    ['ELOOP', 'its folder is a link that leads nowhere'],
    ['ENAMETOOLONG', 'its name is too long'],
  ])('says why the folder cannot be written: %s', (code, reason) => {
    expect(asLogError(ofSystem(code), 'log.db')).toEqual(new LogNotWritable('log.db', reason));
  });

  it('is handed on as it is when it means something else', () => {
    const others = [
      ofSqlite(5),
      ofSqlite(2067),
      ofSystem('EMFILE'),
      new TypeError('x'),
      'text',
      null,
      undefined,
    ];
    for (const error of others) expect(asLogError(error, 'log.db')).toBe(error);
  });

  it('is told apart as busy, as plain, and as an id that is taken', () => {
    const codes = [1, 5, 5 | EXTENDED, 8, 2067, 1555];
    const kinds = codes.map((code) => {
      const error = ofSqlite(code);
      return [isBusy(error), isPlainError(error), isUniqueViolation(error)];
    });
    const [busy, plain, taken, other] = [
      [true, false, false],
      [false, true, false],
      [false, false, true],
      [false, false, false],
    ];
    expect(kinds).toEqual([plain, busy, busy, other, taken, other]);
    for (const error of [null, undefined, 'text', new Error('x'), { errcode: '5' }])
      expect([isBusy(error), isPlainError(error), isUniqueViolation(error)]).toEqual(other);
  });

  it('has a sentence that names the log', () => {
    expect(new LogInUse('log.db', 'process 7').message).toBe('The log log.db is in use by process 7.');
    expect(new LogInUse('log.db').message).toBe('The log log.db is in use by another process.');
    expect(new LogMissing('log.db').message).toBe('There is no log log.db.');
    expect(new LogExists('log.db').message).toBe('log.db exists already and is not overwritten.');
    expect(new LogFull('log.db').message).toBe('There is no room on the disk of the log log.db.');
  });
});
