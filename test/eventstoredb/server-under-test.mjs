/**
 * The server that tests and benchmarks run against: the one of `EVENTSTORE_URL`, or else the double. The
 * output says which one it was.
 */
import { readFileSync } from 'node:fs';
import { get as httpGet } from 'node:http';
import { get as httpsGet } from 'node:https';
import { text } from 'node:stream/consumers';
import { startDouble, startDoubleProcess } from './double.mjs';

export async function serverUnderTest(options = {}) {
  const given = process.env.EVENTSTORE_URL;
  const server = given
    ? { url: given, name: await nameOf(given), stop: async () => undefined }
    : await theDouble(options);
  process.stderr.write(`Server under test: ${server.name}\n`);
  return server;
}

async function theDouble({ ownProcess = false, ...options }) {
  const double = await (ownProcess ? startDoubleProcess(options) : startDouble(options));
  return {
    url: double.url,
    name: 'the double of EventStoreDB (set EVENTSTORE_URL for a real one)',
    double,
    stop: () => double.stop(),
  };
}

/** Product and version, as the first node reports at `/info` on its gRPC port. */
async function nameOf(url) {
  const [, host = ''] = /^[^:]+:\/\/(?:[^@/]*@)?([^,/?]+)/.exec(url) ?? [];
  const settings = new URLSearchParams(url.split('?')[1]);
  try {
    const { dbVersion, esVersion } = JSON.parse(
      await info(host, settings.get('tls') === 'false', settings.get('tlsCAFile')),
    );
    return `${dbVersion ? 'KurrentDB' : 'EventStoreDB'} ${dbVersion ?? esVersion} at ${host}`;
  } catch (error) {
    return `the server at ${host}, which does not say its version (${error})`;
  }
}

function info(host, plain, certificate) {
  return new Promise((resolve, reject) => {
    const answered = (response) => text(response).then(resolve, reject);
    const request = plain
      ? httpGet(`http://${host}/info`, answered)
      : httpsGet(`https://${host}/info`, { ca: certificate && readFileSync(certificate) }, answered);
    request.on('error', reject).setTimeout(5_000, () => request.destroy(new Error('no answer')));
  });
}
