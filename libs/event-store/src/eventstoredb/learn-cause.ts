import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { connect, type ConnectionOptions } from 'node:tls';
import type { EventStoreDBClient } from '@eventstore/db-client';
import type { Address, Host } from './address.js';
import { guardedClient } from './guarded-client.js';
import { newestEntry } from './newest-event.js';
import { isAuthenticationError, readToEnd, reasonOf } from './retrying.js';
import { PEOPLE } from './stream-names.js';

/** A host that does not even shake hands in this time has no more to tell. */
const HANDSHAKE_MS = 2_000;

/**
 * Asks every host of an address by itself why the server cannot be reached. Of a cluster the client only says
 * that it found no node.
 * @returns the cause, in words for the operator, or undefined when no host tells one
 */
export async function learnCause(address: Address): Promise<string | undefined> {
  const told = await Promise.all(address.hosts.map((host) => causeAt(address, host)));
  return told.find((cause) => cause !== undefined);
}

async function causeAt(address: Address, host: Host): Promise<string | undefined> {
  const secure = address.options.get('tls') !== 'false';
  const handshake = await shakeHands(
    host,
    secure ? { ca: authority(address) } : { rejectUnauthorized: false },
  );
  const { code = '' } = handshake ?? {};
  if (code === 'late') return undefined;
  if (code === 'ECONNREFUSED' || isNameUnknown(code)) return reasonOf(code);
  if (!secure && handshake === undefined) return 'it speaks TLS there, so its address needs tls=true';
  if (secure && handshake !== undefined) return tlsCause(code);
  const { client, close } = guardedClient(address.alone(host));
  try {
    await newestEntry(client, false);
    return undefined;
  } catch (error) {
    return isAuthenticationError(error) ? await whyDenied(client, address) : undefined;
  } finally {
    await close();
  }
}

/**
 * Why the server refuses a user. What it says is the same for a wrong password and a missing right. With the
 * right password, a user may read any stream of its own.
 */
export async function whyDenied(client: EventStoreDBClient, { user }: Address): Promise<string> {
  if (user === undefined) return 'it asks for a name and password, and its address has none';
  const isDenied = (reading: Promise<unknown>): Promise<boolean> =>
    reading.then(() => false, isAuthenticationError);
  if (await isDenied(readToEnd(client.readStream(PEOPLE, { maxCount: 1 }))))
    return 'it refuses the name and password of its address';
  const missing = (await isDenied(newestEntry(client, false))) ? 'read $all' : 'write the streams of the log';
  return `its user ${user} may not ${missing}; docs/operation.md says which rights to give`;
}

/** Undefined when the handshake succeeded. */
function shakeHands(
  { name, port }: Host,
  options: ConnectionOptions,
): Promise<{ code?: string } | undefined> {
  return new Promise((resolve) => {
    // An address has no server name (RFC 6066); Node warns of one.
    const servername = isIP(name) === 0 ? { servername: name } : {};
    const socket = connect({ host: name, port, ...servername, ALPNProtocols: ['h2'], ...options });
    const end = (result: { code?: string } | undefined) => () => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(HANDSHAKE_MS, end({ code: 'late' }));
    socket.once('secureConnect', end(undefined));
    socket.on('error', (error: { code?: string }) => end(error)());
  });
}

function tlsCause(code: string): string {
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return 'its certificate is for another name than its address has';
  if (code === 'CERT_HAS_EXPIRED') return 'its certificate has expired';
  if (/CERT|SIGNATURE|ISSUER|SIGNED/.test(code))
    return 'no authority that is trusted here signed its certificate; tlsCAFile of its address names one';
  return 'it speaks no TLS there, so its address needs tls=false';
}

function authority({ options }: Address): Buffer | undefined {
  const file = options.get('tlscafile');
  return file === undefined ? undefined : readFileSync(decodeURIComponent(file));
}

const isNameUnknown = (code: string): boolean => code === 'ENOTFOUND' || code === 'EAI_AGAIN';
