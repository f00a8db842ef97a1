import { resolve } from 'node:path';
import { readBounds, USUAL_BOUNDS, type Bounds } from './bounds.js';

/** What the service is started with; checked once, at the start. */
export class Settings {
  /** 0: any free port. */
  readonly port: number;
  readonly dataDir: string;
  /**
   * Connection string of the EventStoreDB / KurrentDB server that keeps the log; the embedded store in
   * `dataDir` keeps it where this is left out.
   */
  readonly eventStoreUrl?: string;
  /** Stands before the name of every stream on that server, where several logs share it. */
  readonly eventStorePrefix?: string;
  /** Where people reach the service, when that is not its own address. */
  readonly publicUrl?: URL;
  /** Signs the session cookies. */
  readonly sessionKey: string;
  readonly demoData: boolean;
  /** What the service takes, holds and does at most. */
  readonly bounds: Bounds;

  constructor(
    values: Pick<
      Settings,
      'port' | 'dataDir' | 'eventStoreUrl' | 'eventStorePrefix' | 'publicUrl' | 'sessionKey' | 'demoData'
    > & { bounds?: Partial<Bounds> },
  ) {
    Object.assign(this, values);
    this.bounds = { ...USUAL_BOUNDS, ...values.bounds };
  }
}

/** What a start asks for: a key is made, and bounds are the usual ones, where none is given. */
export type WantedSettings = Omit<Settings, 'sessionKey' | 'bounds'> & {
  sessionKey?: string;
  bounds?: Partial<Bounds>;
};

/** A start that cannot succeed; its message is the one sentence that people see. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}

/**
 * What the file system or the database engine says at the start, as a sentence that names the folder; any
 * other error as it is.
 */
export function asStartRefused(error: unknown, dataDir: string): unknown {
  const { code, syscall } = error as { code?: unknown; syscall?: unknown };
  const ofFiles = code === 'ERR_SQLITE_ERROR' || (typeof code === 'string' && syscall !== undefined);
  return ofFiles
    ? new StartRefused(`The data folder ${dataDir} cannot be used: ${(error as Error).message}.`)
    : error;
}

/** How the connection string of a server begins. */
export const SERVER_URL = /^(esdb|kurrentdb)(\+discover)?:\/\/./;

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Settings from environment and arguments; `sessionKey` is left out when none is set.
 * @throws StartRefused naming what is wrong
 */
export function readSettings(env: Environment, args: readonly string[]): WantedSettings {
  const unknown = args.find((argument) => argument !== '--no-demo-data');
  if (unknown !== undefined)
    throw new StartRefused(`The argument ${unknown} is not known; there is only --no-demo-data.`);
  const companion = Object.keys(env).find((name) => name.startsWith('OIDC_'));
  if (companion)
    throw new StartRefused(
      `${companion} is set, but this version has no OpenID Connect yet: unset it to run the demonstration.`,
    );
  const eventStoreUrl = serverOf(env);
  const eventStorePrefix = streamPrefix('EVENTSTORE_PREFIX', env['EVENTSTORE_PREFIX']);
  const publicUrl = env['PUBLIC_URL'] ? url('PUBLIC_URL', env['PUBLIC_URL']) : undefined;
  const sessionKey = env['SESSION_KEY'] || undefined;
  if (sessionKey !== undefined && sessionKey.length < 32)
    throw new StartRefused('SESSION_KEY must have at least 32 characters.');
  return {
    port: port(env['PORT'] || '3000'),
    dataDir: resolve(env['DATA_DIR'] || './data'),
    demoData: !args.includes('--no-demo-data'),
    bounds: readBounds(env, refuse),
    ...(eventStoreUrl !== undefined && { eventStoreUrl }),
    ...(eventStoreUrl !== undefined && eventStorePrefix !== undefined && { eventStorePrefix }),
    ...(publicUrl && { publicUrl }),
    ...(sessionKey !== undefined && { sessionKey }),
  };
}

function refuse(sentence: string): never {
  throw new StartRefused(sentence);
}

/** The server that keeps the log, undefined for the embedded store. */
function serverOf(env: Environment): string | undefined {
  const engine = env['EVENT_STORE'] || 'sqlite';
  if (engine === 'sqlite') return undefined;
  if (engine !== 'eventstoredb')
    throw new StartRefused(`EVENT_STORE is ${engine}; it must be sqlite or eventstoredb.`);
  const server = env['EVENTSTORE_URL'];
  if (!server)
    throw new StartRefused(
      'EVENT_STORE is eventstoredb, but EVENTSTORE_URL does not say where the server is, as in esdb://server:2113.',
    );
  // What was set may hold a password, so it is not shown again.
  if (!SERVER_URL.test(server))
    throw new StartRefused(
      'EVENTSTORE_URL must begin with esdb://, esdb+discover://, kurrentdb:// or kurrentdb+discover://.',
    );
  return server;
}

/**
 * What stands before the names of streams on a server, undefined for nothing.
 * @param name of the setting or option, for the message
 * @throws StartRefused when other programs could have such names too
 */
export function streamPrefix(name: string, value = ''): string | undefined {
  if (value === '') return undefined;
  if (!/^[a-z0-9]+\.$/.test(value))
    throw new StartRefused(
      `${name} is ${JSON.stringify(value)}; it must be small letters and digits and end with a full stop, as in gemeente1.`,
    );
  return value;
}

function port(value: string): number {
  if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535)
    throw new StartRefused(`PORT is ${value}; it must be a number from 0 to 65535.`);
  return Number(value);
}

function url(name: string, value: string): URL {
  const parsed = URL.canParse(value) ? new URL(value) : undefined;
  if (!parsed || !/^https?:$/.test(parsed.protocol))
    throw new StartRefused(`${name} is ${value}; it must be an http or https address.`);
  return parsed;
}
