import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { atEnd } from '../at-end.js';
import { needsBuild } from '../needs-build.mjs';

needsBuild('service');

/** The built service as a separate process, without demonstration data. */
export interface RunningService {
  /** Where it listens, without a path. */
  url: string;
  /** Creates a process. Resolves when that is acknowledged. */
  register(name: string): Promise<void>;
  /** The processes as the overview shows them. */
  overview(): Promise<unknown>;
  stop(): Promise<void>;
}

export async function startService(
  dataDir: string,
  settings: Record<string, string> = {},
): Promise<RunningService> {
  const env = { ...process.env, PORT: '0', DATA_DIR: dataDir, ...settings };
  const service = spawn(process.execPath, ['dist/apps/api/src/main.js', '--no-demo-data'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = once(service, 'close');
  const stop = atEnd(async () => {
    service.kill('SIGTERM');
    await ended;
  });
  const [line] = (await Promise.race([
    once(service.stdout, 'data'),
    ended.then(() => Promise.reject(new Error('The service did not start.'))),
  ])) as [Buffer];
  const url = `${/http:\S+/.exec(line.toString())?.[0].replace('localhost', '127.0.0.1')}`;
  const ask = async (method: string, status: number, body?: object): Promise<unknown> => {
    const headers = {
      'Content-Type': 'application/json',
      Authorization: 'Bearer demo:procesverantwoordelijke',
    };
    const answer = await fetch(`${url}/api/v1/processes`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (answer.status !== status) throw new Error(`The service answered ${answer.status}.`);
    return answer.json();
  };
  return {
    url,
    register: async (name) => void (await ask('POST', 201, { name, domain: 'wmo' })),
    overview: () => ask('GET', 200),
    stop,
  };
}
