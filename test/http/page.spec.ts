import { beforeAll, describe, expect, it } from '@jest/globals';
import { needsBuild } from '../needs-build.mjs';
import { startApp, type TestApp } from './start-app.js';

needsBuild('page');

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});

const page = (path: string) =>
  app.http().get(path).set('Accept', 'text/html,application/xhtml+xml,*/*;q=0.8');

describe('The page', () => {
  it('is served at every address of its own, under a policy without inline script or style', async () => {
    for (const path of ['/', '/processen/kapvergunning', '/api/v1/docs', '/iets?x=1']) {
      const { text, headers } = await page(path).expect(200);
      expect(text).toContain('<div id="root"');
      expect(headers).toMatchObject({
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'strict-transport-security': expect.stringContaining('max-age='),
      });
      expect(headers['content-security-policy']).not.toMatch(/unsafe/);
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    }
  });

  it('has files that a browser may keep, since their names change with their content', async () => {
    const { text } = await page('/').expect(200);
    const script = /src="(\/assets\/[^"]+\.js)"/.exec(text)![1]!;
    const { headers } = await app.http().get(script).expect(200);
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-type': expect.stringContaining('javascript'),
    });
  });

  it('has files of lasting names, of which a browser asks each time whether they changed', async () => {
    const { headers } = await app.http().get('/favicon.svg').expect(200);
    expect(headers).toMatchObject({
      'cache-control': 'no-cache',
      etag: expect.any(String),
      'content-type': 'image/svg+xml',
    });
    await app.http().get('/favicon.svg').set('If-None-Match', headers['etag']!).expect(304);
    // The page itself is never kept, under whatever name one asks for it.
    expect((await page('/index.html').expect(200)).headers['cache-control']).toBe('no-store');
  });

  it('is not for a program that asks for something else, nor at what is no address of it', async () => {
    for (const accept of ['application/json', 'image/png', 'text/event-stream']) {
      const { headers } = await app.http().get('/processen/kapvergunning').set('Accept', accept).expect(404);
      expect(headers['content-type']).toContain('application/problem+json');
    }
    await app.http().get('/processen/kapvergunning').expect(200);
    for (const path of ['/api', '/api/v1/nergens', '/assets', '/assets/', '/health', '/metrics/nergens'])
      expect([path, (await page(path)).status]).toEqual([path, 404]);
    await page('/apis').expect(200);
  });

  it.each([
    '/assets/nergens.js',
    '/../package.json',
    '/%2e%2e/package.json',
    '/api/v1/docs/x',
    '/health/nergens',
  ])('gives nothing away at %s', async (path) => {
    const { text } = await app.http().get(path).set('Accept', 'application/json').expect(404);
    expect(text).not.toContain('knipkaart"');
  });
});

it('The service says where to report a weakness', async () => {
  const { text, headers } = await app.http().get('/.well-known/security.txt').expect(200);
  expect(headers['content-type']).toContain('text/plain');
  expect(text).toMatch(/^Contact: mailto:\S+@\S+$/m);
  const expires = Date.parse(/^Expires: (.+)$/m.exec(text)![1]!);
  expect(expires).toBeGreaterThan(Date.now());
});
