import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it } from '@jest/globals';
import { openEventStoreDb } from '#event-store';
import { newStream, sample } from '../../libs/event-store/src/contract-tests/sample-events.js';
import { atEnd } from '../at-end.js';
import { describeOnDouble } from './describe-on-double.js';
import { startDouble, type Double, type DoubleOptions } from './double.mjs';

const OTHER_AUTHORITY = fileURLToPath(new URL('certificates/other-ca.crt', import.meta.url));
const ports = [0, 0, 0];
const users = {
  knip: { password: 'geheim', readsAll: true },
  lezer: { password: 'geheim' },
  kijker: { password: 'geheim', readsAll: true, writes: false },
};

/** The same address for one host, for all, and for the discovery of a cluster behind one name. */
const ways = (url: string): string[] => {
  const alone = url.replace(/,[^?]*/, '');
  return [alone, url, alone.replace('esdb:', 'esdb+discover:')];
};

describeOnDouble(
  'The message says why a server cannot be used, for one host, several, and discovery alike',
  () => {
    let plain: Double;
    let secure: Double;
    let closed: Double;
    beforeAll(async () => {
      const started = async (options: DoubleOptions) => {
        const double = await startDouble({ ports, ...options });
        atEnd(() => double.stop());
        return double;
      };
      plain = await started({});
      secure = await started({ tls: true, users });
      closed = await started({ tls: true, users, refusesGossip: true });
    });

    const toldOnce = (url: string): Promise<string> =>
      openEventStoreDb(url).then(
        async ({ events }) => events.close().then(() => 'opened'),
        (error: Error) => error.message,
      );
    /** A machine that is too busy for the time limits says nothing of the server, so it is asked again. */
    const told = async (url: string): Promise<string> => {
      for (;;) {
        const message = await toldOnce(url);
        if (!message.includes('no answer within')) return message;
      }
    };

    it.each<[string, () => string, string]>([
      [
        'a certificate of another authority',
        () => secure.url.replace(/tlsCAFile=.*/, `tlsCAFile=${OTHER_AUTHORITY}`),
        'no authority that is trusted here signed its certificate; tlsCAFile of its address names one',
      ],
      [
        'tls=false against TLS',
        () => secure.url.replace(/tls=true.*/, 'tls=false'),
        'it speaks TLS there, so its address needs tls=true',
      ],
      [
        'TLS against a server without',
        () => plain.url.replace('tls=false', 'tls=true'),
        'it speaks no TLS there, so its address needs tls=false',
      ],
      [
        'a wrong password',
        () => secure.url.replace('geheim', 'geraden'),
        'it refuses the name and password of its address',
      ],
      [
        'a wrong password where nobody may ask who is in the cluster',
        () => closed.url.replace('geheim', 'geraden'),
        'it refuses the name and password of its address',
      ],
      [
        'no name and password',
        () => secure.url.replace('knip:geheim@', ''),
        'it asks for a name and password, and its address has none',
      ],
      [
        'a user without the right to read the whole log',
        () => secure.url.replace('knip:', 'lezer:'),
        'its user lezer may not read $all; docs/operation.md says which rights to give',
      ],
    ])('%s', async (_, url, cause) => {
      const messages = await Promise.all(ways(url()).map(told));
      expect(messages.map((message) => message.replace(/^.* cannot be reached: /, ''))).toEqual(
        ways('').map(() => `${cause}.`),
      );
      expect(messages.join()).not.toMatch(/geheim|geraden/);
    });

    it('opens over TLS with the right password, and tells of a missing right to write', async () => {
      expect(await Promise.all(ways(secure.url).map(told))).toEqual(['opened', 'opened', 'opened']);
      const { events } = await openEventStoreDb(secure.url.replace('knip:', 'kijker:'));
      const stream = newStream();
      await expect(events.append(stream, 0, sample(stream))).rejects.toThrow(
        'its user kijker may not write the streams of the log',
      );
      await events.close();
    });
  },
);
