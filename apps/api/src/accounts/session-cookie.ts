import { createHmac, timingSafeEqual } from 'node:crypto';
import type { SignedInTime } from '../platform/http/access/identification.js';

export const SESSION_COOKIE = 'knipkaart_session';
export const SESSION_SECONDS = 12 * 60 * 60;

/** What the cookie holds: who, until when (seconds since 1970), and a signature over both (HMAC-SHA-256). */
export function sealSession(person: string, key: string, now: Date): string {
  const content = `${person}.${Math.floor(now.getTime() / 1000) + SESSION_SECONDS}`;
  return `${content}.${signature(content, key)}`;
}

/** Whom the cookie was made for, and its session; undefined when it is forged, damaged or too old. */
export function openSession(
  cookie: string,
  key: string,
  now: Date,
): { person: string; session: SignedInTime } | undefined {
  const [, content, signed] = /^(.+\.\d+)\.([\w-]+)$/.exec(cookie) ?? [];
  if (content === undefined || signed === undefined) return undefined;
  const [mine, theirs] = [Buffer.from(signature(content, key)), Buffer.from(signed)];
  if (mine.length !== theirs.length || !timingSafeEqual(mine, theirs)) return undefined;
  const dot = content.lastIndexOf('.');
  const until = Number(content.slice(dot + 1)) * 1000;
  if (until <= now.getTime()) return undefined;
  return { person: content.slice(0, dot), session: { id: signed, until } };
}

const signature = (content: string, key: string): string =>
  createHmac('sha256', key).update(content).digest('base64url');
