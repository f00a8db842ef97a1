import { LogUnreachable } from '../port.js';

/** The address of a server or a cluster. */
export interface Address {
  /** For the client, with user name and password. */
  connectionString: string;
  /** Only the hosts. Safe to show. */
  server: string;
  hosts: readonly Host[];
  user?: string | undefined;
  /** By their normalised names. */
  options: ReadonlyMap<string, string>;
  /** The connection string of one host by itself. */
  alone(host: Host): string;
}

/** One host of an address. Of a cluster's name, any of its nodes. */
export interface Host {
  name: string;
  port: number;
}

const DEFAULT_PORT = 2113;
/**
 * How long, in seconds, one node may take to name the others. The client's 5 seconds would keep it with a
 * frozen node although others have elected another leader.
 */
const GOSSIP_TIMEOUT = 'gossipTimeout=1';

/** The allowed options. On an unknown option, the client would print the address with the password. */
const OPTIONS = new Set([
  'tls',
  'tlscafile',
  'usercertfile',
  'userkeyfile',
  'nodepreference',
  'maxdiscoverattempts',
  'discoveryinterval',
  'gossiptimeout',
  'keepaliveinterval',
  'keepalivetimeout',
  'defaultdeadline',
  'connectionname',
]);
/** The client accepts every spelling of an option: tlsCAFile, tlsCaFile, tls-ca-file. */
const normalised = (key: string): string => key.toLowerCase().replace(/[_-]/g, '');
const EXAMPLE = 'esdb://server:2113 or esdb+discover://cluster:2113';

/**
 * Reads and checks a connection string.
 * @param url `esdb://` or `kurrentdb://`, with `+discover` for the name of a cluster; several hosts are
 * separated by commas
 * @throws LogUnreachable when it is not such an address
 */
export function addressOf(url: string): Address {
  const [, discover, credentials = '', server, query] =
    /^(?:esdb|kurrentdb|kurrent|kdb)(\+discover)?:\/\/([^@/?#]+:[^@/?#]+@)?([^@/?#\s]+)\/*(?:\?(.*))?$/.exec(
      url.trim(),
    ) ?? [];
  if (server === undefined || !server.split(',').every((host) => /^[\w.-]+(:\d{1,5})?$/.test(host))) {
    throw new LogUnreachable('the address given', `it is not of the form ${EXAMPLE}`);
  }
  const options = (query ?? '')
    .split('&')
    .filter(Boolean)
    .map((option) => option.split('='));
  for (const [key = '', value] of options) {
    if (!OPTIONS.has(normalised(key)))
      throw new LogUnreachable(
        server,
        `the address has the option ${JSON.stringify(key)}, which means nothing here`,
      );
    if (!value) throw new LogUnreachable(server, `the option ${key} of the address has no value`);
  }
  // The client ends the password at a second colon.
  const [name, ...password] = credentials.split(':');
  const user = credentials && `${name}:${password.join('%3A')}`;
  const isGossipLimited = options.some(([key = '']) => normalised(key) === 'gossiptimeout');
  const settings = [query, isGossipLimited ? undefined : GOSSIP_TIMEOUT].filter(Boolean).join('&');
  const to = (scheme: string, at: string): string => `${scheme}://${user}${at}?${settings}`;
  const hosts = server.split(',').map((host) => {
    const [hostName = '', port = DEFAULT_PORT] = host.split(':');
    return { name: hostName, port: Number(port) };
  });
  return {
    connectionString: to(`esdb${discover ?? ''}`, server),
    server,
    hosts,
    user: name ? decodeURIComponent(name) : undefined,
    options: new Map(options.map(([key = '', value = '']) => [normalised(key), value])),
    alone: (host) => to('esdb', `${host.name}:${host.port}`),
  };
}
