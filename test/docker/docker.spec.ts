import 'reflect-metadata';
import { spawn } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv, type AnySchemaObject } from 'ajv';
import { DockerfileParser, type Instruction } from 'dockerfile-ast';
import { parse } from 'yaml';
import { readSettings } from '../../apps/api/src/platform/environment/settings.js';
import { LONGEST_ANSWER_MS } from '../../apps/api/src/start-service.js';
import { addressOf } from '../../libs/event-store/src/eventstoredb/address.js';
import { needsBuild } from '../needs-build.mjs';

interface Service {
  image: string;
  ports?: string[];
  network_mode?: string;
  read_only?: boolean;
  cap_drop?: string[];
  security_opt?: string[];
  init?: boolean;
  stop_grace_period?: string;
  environment?: Record<string, string>;
  volumes?: string[];
  depends_on?: string[] | Record<string, object>;
}
interface ComposeFile {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
}

const SCHEMA = JSON.parse(
  readFileSync('test/docker/compose-spec/compose-spec.json', 'utf8'),
) as AnySchemaObject;

const read = (file: string): string => readFileSync(`docker/${file}`, 'utf8');
const composeFile = (file: string): ComposeFile => parse(read(file), { merge: true }) as ComposeFile;
const instructions = DockerfileParser.parse(read('Dockerfile')).getInstructions();
const words = (instruction: Instruction): string[] =>
  instruction.getArguments().map((argument) => argument.getValue());
/** What the second stage, the image itself, is made of. */
const image = instructions.slice(
  instructions.findLastIndex((instruction) => instruction.getKeyword() === 'FROM'),
);
const imageLines = (keyword: string): string[][] =>
  image.filter((instruction) => instruction.getKeyword() === keyword).map(words);

describe.each(['compose.yml', 'compose.cluster.yml'])('docker/%s', (file) => {
  const { services, volumes } = composeFile(file);
  const ours = Object.values(services).filter((service) => service.image === 'knipkaart');

  it('holds to the schema of compose files', () => {
    const validate = new Ajv({ strict: false, validateFormats: false, allErrors: true }).compile(SCHEMA);
    validate(composeFile(file));
    expect(validate.errors ?? []).toEqual([]);
  });

  it('lets this machine alone in, and through the proxy', () => {
    const published = Object.entries(services).flatMap(([name, { ports = [] }]) =>
      ports.map((port) => `${name} ${port}`),
    );
    expect(published).toEqual(['proxy 127.0.0.1:3000:8080']);
    expect(ours.map((service) => service.network_mode)).toEqual(ours.map(() => 'service:proxy'));
  });

  it('runs the service with a root file system that cannot be written, and without capabilities', () => {
    for (const service of ours) {
      expect(service).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        tmpfs: ['/tmp'],
      });
    }
  });

  it('gives every instance settings that it starts with, a port and a data folder of its own', () => {
    const given = ours.map(({ environment = {} }) => filledIn(environment));
    for (const settings of given)
      expect(readSettings(settings, [])).toMatchObject({ publicUrl: new URL('http://localhost:3000') });
    const alone = (values: unknown[]): void => expect(new Set(values).size).toBe(ours.length);
    alone(given.map(({ PORT = '3000' }) => PORT));
    alone(ours.map((service) => service.volumes?.find((volume) => volume.endsWith(':/data'))));
    expect(read(file === 'compose.yml' ? 'Caddyfile' : 'Caddyfile.cluster')).toContain(
      `reverse_proxy ${given.map(({ PORT = '3000' }) => `127.0.0.1:${PORT}`).join(' ')} {`,
    );
  });

  it('gives the service time to answer what is under way, and passes the signal on', () => {
    for (const { init, stop_grace_period: period = '' } of ours) {
      expect(init).toBe(true);
      // Ending what is left takes as long again at most.
      expect(Number(/^(\d+)s$/.exec(period)?.[1]) * 1000).toBeGreaterThanOrEqual(2 * LONGEST_ANSWER_MS);
    }
  });

  it('names nothing that is not there', () => {
    for (const { volumes: mounted = [], depends_on = [] } of Object.values(services)) {
      for (const source of mounted.map((volume) => volume.split(':')[0]!)) {
        expect(source.startsWith('./') ? existsSync(join('docker', source)) : source in volumes).toBe(true);
      }
      for (const other of Array.isArray(depends_on) ? depends_on : Object.keys(depends_on))
        expect(services).toHaveProperty(other);
    }
  });
});

describe.each(['Caddyfile', 'Caddyfile.cluster'])('docker/%s', (file) => {
  it('names one kind of content on each line, which is all that the proxy reads, and leaves out what is sent as it comes', () => {
    const kinds = read(file)
      .split('\n')
      .filter((line) => /\bheader\b/.test(line))
      .map((line) => line.trim().split(/\s+/));
    expect(kinds.map((words) => words.slice(0, 2))).toEqual(kinds.map(() => ['header', 'Content-Type']));
    expect(kinds.map((words) => words.slice(2))).toEqual(
      ['text/html*', 'text/css*', 'text/javascript*', 'application/json*', 'image/svg+xml*'].map((kind) => [
        kind,
      ]),
    );
  });

  it('has every block closed', () => {
    expect(read(file).match(/\{$/gm)).toHaveLength(read(file).match(/^\s*\}$/gm)?.length ?? 0);
  });
});

describe('The cluster of docker/compose.cluster.yml', () => {
  const { services } = composeFile('compose.cluster.yml');
  const nodes = Object.keys(services).filter((name) => name.startsWith('kurrentdb'));

  it('has three nodes that know each other and speak TLS, and two instances that know all three', () => {
    expect(nodes).toHaveLength(3);
    for (const node of nodes) {
      const { environment = {} } = services[node]!;
      expect(environment).toMatchObject({
        KURRENTDB_CLUSTER_SIZE: '3',
        KURRENTDB_CERTIFICATE_FILE: `/certificates/${node}/node.crt`,
        KURRENTDB_NODE_HOST_ADVERTISE_AS: node,
      });
      expect(environment).not.toHaveProperty('KURRENTDB_INSECURE');
      const others = nodes
        .filter((other) => other !== node)
        .map((other) => `${other}:2113`)
        .join(',');
      expect(environment['KURRENTDB_GOSSIP_SEED']).toBe(others);
    }
    const urls = ['instance1', 'instance2'].map(
      (instance) => services[instance]?.environment?.['EVENTSTORE_URL'] ?? '',
    );
    for (const url of urls) {
      expect(addressOf(filledIn({ url })['url']!).server).toBe(nodes.map((node) => `${node}:2113`).join(','));
      expect(url).toMatch(/\?tls=true&tlsCAFile=\/trust\/ca\.crt$/);
    }
    for (const node of nodes) expect(read('certificates.sh')).toContain(node);
  });

  it('does not start without a password and a session key that somebody chose', () => {
    expect(read('compose.cluster.yml')).toMatch(/SESSION_KEY: \$\{SESSION_KEY:\?/);
    expect(read('compose.cluster.yml')).toMatch(/\$\{KURRENTDB_PASSWORD:\?/);
  });
});

describe('The image of docker/Dockerfile', () => {
  beforeAll(() => needsBuild('service', 'page'));

  it('runs on Node 24, as somebody who is not root, with a health check', () => {
    expect(imageLines('FROM')[0]?.[0]).toMatch(/^node:24-/);
    expect(imageLines('USER')).toEqual([['1000:1000']]);
    expect(imageLines('HEALTHCHECK')).toHaveLength(1);
  });

  it('holds every package that the service asks for, since those for making it are left behind', () => {
    const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      dependencies: Record<string, string>;
    };
    const asked = readdirSync('dist', { recursive: true, encoding: 'utf8' })
      .filter((file) => /^(apps|libs).*\.js$/.test(file))
      .flatMap((file) =>
        [
          ...readFileSync(join('dist', file), 'utf8').matchAll(
            /^(?:import|export [^'()=]*\bfrom|import [^'()=]*\bfrom) '((?:@[\w-]+\/)?[\w-]+)[^']*';$/gm,
          ),
        ].map((match) => match[1]!),
      );
    expect(asked).toContain('@eventstore/db-client');
    expect([...new Set(asked)].filter((name) => name !== 'node' && !(name in dependencies))).toEqual([]);
  });

  it('holds all that the service needs to start, and its health check says so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'knipkaart-image-'));
    try {
      for (const copied of imageLines('COPY')) {
        const [source, target] = copied
          .filter((word) => !word.startsWith('--'))
          .map((path) => path.replace('/knipkaart/', '')) as [string, string];
        const place = join(folder, target === './' ? source : target);
        if (source === 'node_modules') symlinkSync(resolve(source), place);
        else cpSync(source, place, { recursive: true });
        expect(existsSync(dirname(place))).toBe(true);
      }
      const env = { ...process.env, PORT: '0', DATA_DIR: join(folder, 'data') };
      const service = spawn(process.execPath, [entry('CMD')], {
        cwd: folder,
        env,
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const printed = await new Promise<string>((said) =>
        service.stdout.once('data', (chunk: Buffer) => said(chunk.toString())),
      );
      expect(await ends(entry('HEALTHCHECK'), { ...env, PORT: /:(\d+)\n/.exec(printed)![1]! }, folder)).toBe(
        0,
      );
      const ended = new Promise((gone) => service.once('exit', gone));
      service.kill('SIGTERM');
      expect(await ended).toBe(0);
      expect(await ends(entry('HEALTHCHECK'), { ...env, PORT: /:(\d+)\n/.exec(printed)![1]! }, folder)).toBe(
        1,
      );
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

/** The program that an instruction of the form `["node", "program"]` runs. */
function entry(keyword: string): string {
  return (
    /"node",\s*"([^"]+)"/.exec(
      image.find((instruction) => instruction.getKeyword() === keyword)?.toString() ?? '',
    )?.[1] ?? ''
  );
}

function ends(program: string, env: NodeJS.ProcessEnv, cwd: string): Promise<number | null> {
  return new Promise((gone) =>
    spawn(process.execPath, [program], { env, cwd, stdio: 'ignore' }).once('exit', gone),
  );
}

/** The environment as it would be with a password and a session key chosen, and nothing else. */
function filledIn(environment: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(environment).map(([name, value]) => [
      name,
      value.replace(/\$\{\w+:-([^}]*)\}/g, '$1').replace(/\$\{\w+(:\?[^}]*)?\}/g, 'x'.repeat(32)),
    ]),
  );
}
