/** Which server the tests run against: that of `EVENTSTORE_URL`, else the double. The output says which of the two it was. */
import { readFileSync } from 'node:fs';
import { get as httpGet } from 'node:http';
import { get as httpsGet } from 'node:https';
import { describe } from '@jest/globals';
import { startDouble, type Double, type DoubleOptions } from './double.mjs';

const given = process.env.EVENTSTORE_URL;

export interface ServerUnderTest {
  /** Connection string. */
  readonly url: string;
  /** For titles and reports: product and version, or that it is the double. */
  readonly name: string;
  /** To order faults; undefined on a real server. */
  readonly double?: Double;
  stop(): Promise<void>;
}

/** The server of `EVENTSTORE_URL`, which stays as it is when the tests are done, or a double started for the caller alone. */
export async function serverUnderTest(options?: DoubleOptions): Promise<ServerUnderTest> {
  const server = given ? { url: given, name: await nameOf(given), stop: async () => undefined } : await ofTheDouble(options);
  process.stderr.write(`Server under test: ${server.name}\n`);
  return server;
}

async function ofTheDouble(options?: DoubleOptions): Promise<ServerUnderTest> {
  const double = await startDouble(options);
  return { url: double.url, name: 'the double of EventStoreDB (set EVENTSTORE_URL for a real one)', double, stop: () => double.stop() };
}

/** What a server is asked to do that only the double does: die, freeze, lose an answer. Against a real server these are skipped, and the title says why. */
export const describeOnDouble: typeof describe = given
  ? (Object.assign((title: string, body: () => void) => describe.skip(`${title} (only on the double: a test cannot kill the server of EVENTSTORE_URL)`, body), describe) as typeof describe)
  : describe;

/** Product and version as the first node says at `/info`, on the port where it speaks gRPC. */
async function nameOf(url: string): Promise<string> {
  const [, host = ''] = /^[^:]+:\/\/(?:[^@/]*@)?([^,/?]+)/.exec(url) ?? [];
  const settings = new URLSearchParams(url.split('?')[1]);
  const certificate = settings.get('tlsCAFile');
  try {
    const answer = settings.get('tls') === 'false'
      ? await read((done) => httpGet(`http://${host}/info`, done))
      : await read((done) => httpsGet(`https://${host}/info`, certificate ? { ca: readFileSync(certificate) } : {}, done));
    const { dbVersion, esVersion } = JSON.parse(answer) as { dbVersion?: string; esVersion?: string };
    return `${dbVersion ? 'KurrentDB' : 'EventStoreDB'} ${dbVersion ?? esVersion} at ${host}`;
  } catch (error) {
    return `the server at ${host}, which does not say its version (${String(error)})`;
  }
}

function read(request: (done: (response: NodeJS.ReadableStream) => void) => NodeJS.EventEmitter): Promise<string> {
  return new Promise((resolve, reject) => {
    request((response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part: string) => (text += part)).on('end', () => resolve(text)).on('error', reject);
    }).on('error', reject);
  });
}
