import type { FastifyInstance } from 'fastify';

export const API_VERSION = '1.0.0';

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const EVERYWHERE: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Cache-Control': 'no-store',
};

/** Put on the raw response, so that streams and refusals carry them too; a route may replace one. */
export function setSecurityHeaders(
  raw: { setHeader(name: string, value: string): unknown },
  url: string,
): void {
  for (const [name, value] of Object.entries(EVERYWHERE)) raw.setHeader(name, value);
  if (url.startsWith('/api/')) raw.setHeader('API-Version', API_VERSION);
}

/** Every answer of the server gets the headers, refusals and files of the page included. */
export function addSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => setSecurityHeaders(reply.raw, request.url));
}
