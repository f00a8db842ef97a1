import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { LOG_KINDS } from '../../apps/api/src/platform/log/log-kinds.js';
import { StreamNames } from '../../libs/event-store/src/eventstoredb/stream-names.js';

describe('The names of our streams on a server', () => {
  it('cover every aggregate', () => {
    expect(LOG_KINDS).toContain('process-');
    const names = new StreamNames({ kinds: [...LOG_KINDS, 'simulation-'] });
    for (const kind of [...LOG_KINDS, 'simulation-']) expect(names.inLog(`${kind}a`)).toBe(`${kind}a`);
  });

  it('are those that the page on operation lists', () => {
    const page = readFileSync('docs/operation.md', 'utf8').replace(/\s+/g, ' ');
    const [, listed = ''] = /the log is in the streams that begin with ([^.]+)\./.exec(page) ?? [];
    const { beginnings } = new StreamNames({ kinds: LOG_KINDS });
    expect(listed.match(/(?<=`)[^` ]+(?=`)/g)).toEqual(beginnings);
  });

  it.each([undefined, 'gemeente1.'])('are exactly those of our log, with the prefix %s', (prefix) => {
    const names = new StreamNames(prefix === undefined ? {} : { prefix });
    const given = prefix ?? '';
    for (const stream of ['process-a', 'proposal-1', 'discussion-process-a', 'organisation', 'maintenance']) {
      expect(names.onServer(stream)).toBe(given + stream);
      expect(names.inLog(given + stream)).toBe(stream);
    }
    for (const other of ['process-', 'process', 'organisation-2', 'people', 'person-1', '$process-a', ''])
      expect(names.inLog(given + other)).toBeUndefined();
    for (const other of ['gemeente2.process-a', 'gemeente1.gemeente1.process-a', 'gemeente1process-a'])
      expect(names.inLog(other)).toBeUndefined();
    expect(names.inLog(prefix === undefined ? 'gemeente1.process-a' : 'process-a')).toBeUndefined();
  });
});
