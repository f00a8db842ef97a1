import { beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './start-app.js';

describe('Health and metrics', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startApp();
    await app.process();
  });

  it('are open to anybody, outside the API', async () => {
    expect((await app.http().get('/health/live').expect(200)).body).toEqual({ status: 'alive' });
    expect((await app.http().get('/health/ready').expect(200)).body).toEqual({ status: 'ready' });
    const { text, headers } = await app.http().get('/metrics').expect(200);
    expect(headers['content-type']).toContain('text/plain');
    expect(text).toContain('knipkaart_events_projected_total 2');
    expect(text).toContain('knipkaart_read_model_behind 0');
    expect(text).toContain('process_resident_memory_bytes');
  });

  it('count requests by route and the seconds that they took, never by process', async () => {
    const begin = performance.now();
    await app.as('auditor').get('/processes/een-geheim-proces').expect(404);
    const seconds = (performance.now() - begin) / 1000;
    const { text } = await app.http().get('/metrics').expect(200);
    const took = /_duration_seconds_sum\{method="GET",route="[^"]*:id",status="404"\} (\S+)/.exec(text)![1];
    // The service cannot have taken longer than the request.
    expect(Number(took)).toBeGreaterThan(0);
    expect(Number(took)).toBeLessThanOrEqual(seconds);
    expect(text).toContain(
      'knipkaart_http_request_duration_seconds_count{method="GET",route="/api/v1/processes/:id",status="404"} 1',
    );
    expect(text).not.toContain('een-geheim-proces');
  });

  it('stay out of the API description', async () => {
    const { body } = await app.as().get('/openapi.json').expect(200);
    expect(
      Object.keys((body as { paths: object }).paths).filter((path) => /health|metrics/.test(path)),
    ).toEqual([]);
  });
});
