import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

describe('Settings', () => {
  it('have sensible values when nothing is set', () =>
    expect(readSettings({}, [])).toEqual({
      port: 3000,
      dataDir: resolve('data'),
      demoData: true,
      bounds: {},
    }));

  it('that are set to nothing count as not set', () => {
    const names = [
      'PORT',
      'DATA_DIR',
      'EVENT_STORE',
      'EVENTSTORE_URL',
      'EVENTSTORE_PREFIX',
      'PUBLIC_URL',
      'SESSION_KEY',
      'MAX_JSON_KIB',
    ];
    const empty = Object.fromEntries(names.map((name) => [name, '']));
    expect(readSettings(empty, [])).toEqual(readSettings({}, []));
  });

  it('come from the environment and one argument', () =>
    expect(
      readSettings(
        {
          PORT: '0',
          DATA_DIR: '/srv/knipkaart',
          EVENT_STORE: 'sqlite',
          PUBLIC_URL: 'https://knipkaart.example.org',
          SESSION_KEY: 'k'.repeat(32),
        },
        ['--no-demo-data'],
      ),
    ).toEqual({
      port: 0,
      dataDir: '/srv/knipkaart',
      demoData: false,
      bounds: {},
      publicUrl: new URL('https://knipkaart.example.org'),
      sessionKey: 'k'.repeat(32),
    }));

  it('bound what the service takes, each by a setting of its own', () =>
    expect(readSettings({ MAX_JSON_KIB: '64', MAX_CONNECTIONS: '' }, []).bounds).toEqual({ jsonKib: 64 }));

  it('name the server that keeps the log, and ignore it where the embedded store does', () => {
    const EVENTSTORE_URL = 'esdb+discover://knipkaart:geheim@a:2113,b:2113,c:2113?tls=true';
    expect(readSettings({ EVENT_STORE: 'eventstoredb', EVENTSTORE_URL }, [])).toMatchObject({
      eventStoreUrl: EVENTSTORE_URL,
    });
    expect(readSettings({ EVENTSTORE_URL }, [])).not.toHaveProperty('eventStoreUrl');
  });

  it('name what stands before the names of streams on the server', () => {
    const server = { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: 'esdb://a:2113' };
    expect(readSettings({ ...server, EVENTSTORE_PREFIX: 'gemeente1.' }, [])).toMatchObject({
      eventStorePrefix: 'gemeente1.',
    });
    for (const none of [server, { ...server, EVENTSTORE_PREFIX: '' }, { EVENTSTORE_PREFIX: 'gemeente1.' }])
      expect(readSettings(none, [])).not.toHaveProperty('eventStorePrefix');
  });

  it.each<[string, Record<string, string>, string[]]>([
    ['PORT', { PORT: 'x' }, []],
    ...['0', '-1', '1.5', '1e3', 'veel', '9999999999'].map(
      (MAX_JSON_KIB): [string, Record<string, string>, string[]] => ['MAX_JSON_KIB', { MAX_JSON_KIB }, []],
    ),
    ['PORT', { PORT: '70000' }, []],
    ['PORT', { PORT: '-1' }, []],
    ['EVENTSTORE_URL', { EVENT_STORE: 'eventstoredb' }, []],
    ['EVENTSTORE_URL', { EVENT_STORE: 'eventstoredb', EVENTSTORE_URL: 'http://server:2113' }, []],
    ['EVENT_STORE', { EVENT_STORE: 'memory' }, []],
    ...['gemeente1', 'Gemeente1.', 'gemeente-1.', 'gemeente.1.', '.', '$.', ' a.', 'a.\n'].map(
      (EVENTSTORE_PREFIX): [string, Record<string, string>, string[]] => [
        'EVENTSTORE_PREFIX',
        { EVENTSTORE_PREFIX },
        [],
      ],
    ),
    ['PUBLIC_URL', { PUBLIC_URL: 'knipkaart' }, []],
    ['PUBLIC_URL', { PUBLIC_URL: 'ftp://x' }, []],
    ['SESSION_KEY', { SESSION_KEY: 'short' }, []],
    ['OIDC_ISSUER', { OIDC_ISSUER: 'https://id.example.org' }, []],
    ['--demo', {}, ['--demo']],
  ])('refuse the start with one sentence that names %s', (name, env, args) => {
    let message = '';
    try {
      readSettings(env, args);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toContain(name);
    expect(message).toMatch(/^[^\n]+\.$/);
  });
});
