import { LogUnreachable } from '../port.js';

/** Where a server or a cluster is. */
export interface Address {
  /** As the client reads it, with name and password. */
  connectionString: string;
  /** Hosts alone: may be shown. */
  server: string;
}

/** What may follow the hosts; anything else the client would print together with the password. */
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
/** The client takes an option in any spelling: tlsCAFile, tlsCaFile, tls-ca-file. */
const flat = (key: string): string => key.toLowerCase().replace(/[_-]/g, '');
const EXAMPLE = 'esdb://server:2113 or esdb+discover://cluster:2113';

/**
 * @param url `esdb://` or `kurrentdb://`, with `+discover` for the name of a cluster, several hosts separated
 * by commas
 * @throws LogUnreachable when it is no such address
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
    if (!OPTIONS.has(flat(key)))
      throw new LogUnreachable(
        server,
        `the address has the option ${JSON.stringify(key)}, which means nothing here`,
      );
    if (!value) throw new LogUnreachable(server, `the option ${key} of the address has no value`);
  }
  // The client takes a second colon for the end of the password.
  const [name, ...password] = credentials.split(':');
  const user = credentials && `${name}:${password.join('%3A')}`;
  return { connectionString: `esdb${discover ?? ''}://${user}${server}${query ? `?${query}` : ''}`, server };
}
