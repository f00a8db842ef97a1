import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './start-app.js';

/** What a browser would make of a stream of server-sent events. */
class Listener {
  readonly blocks: string[] = [];
  private readonly abort = new AbortController();
  private done: Promise<void> = Promise.resolve();
  ended = false;

  async open(url: string, headers: Record<string, string> = {}): Promise<Response> {
    const response = await fetch(url, { headers: { Authorization: 'Bearer demo:auditor', ...headers }, signal: this.abort.signal });
    this.done = this.read(response).catch(() => undefined);
    return response;
  }

  /** Versions told so far, as `process@version`. */
  versions(): string[] {
    return this.blocks.filter((block) => block.startsWith('event: version')).map((block) => {
      const { process, version } = JSON.parse(/^data: (.*)$/m.exec(block)![1]!) as { process: string; version: number };
      return `${process}@${version}`;
    });
  }

  lastId(): string {
    return /^id: (.*)$/m.exec(this.blocks.findLast((block) => /^id: /m.test(block))!)![1]!;
  }

  async until(condition: () => boolean): Promise<void> {
    for (let waited = 0; !condition(); waited += 10) {
      if (waited > 5_000) throw new Error(`Not told within five seconds; so far: ${JSON.stringify(this.blocks)}`);
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }

  async close(): Promise<void> {
    this.abort.abort();
    await this.done;
  }

  private async read(response: Response): Promise<void> {
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const parts = text.split('\n\n');
      text = parts.pop()!;
      this.blocks.push(...parts);
    }
    this.ended = true;
  }
}

describe('Updates over HTTP', () => {
  let app: TestApp;
  let id: string;
  let listener: Listener;
  beforeEach(async () => {
    app = await startApp();
    id = await app.process();
    listener = new Listener();
  });
  afterEach(async () => {
    await listener.close();
    await app.stop();
  });
  const url = (query = '') => `${app.url}/api/v1/updates${query}`;
  const decide = async (process = id) => {
    const body = { side: 'front', reason: 'Omdat het kan.' };
    await app.as('procesverantwoordelijke').put(`/processes/${process}/knips/Toetsen`).send(body).expect(200);
  };

  it('tell each new version once it can be read, with the position to come back with', async () => {
    const { headers } = await listener.open(url());
    expect(headers.get('content-type')).toContain('text/event-stream');
    expect(headers.get('x-accel-buffering')).toBe('no');
    await listener.until(() => listener.blocks.length === 1);
    await decide();
    await listener.until(() => listener.versions().length === 1);
    expect(JSON.parse(/^data: (.*)$/m.exec(listener.blocks[1]!)![1]!)).toEqual({
      process: id, version: 3, type: 'KnipDecided', actor: { id: 'procesverantwoordelijke', name: 'Anouk Verbruggen' },
    });
    const seen = listener.lastId();
    await app.as('auditor').get(`/processes/${id}`).set('Log-Position', seen).expect(200);
  });

  it('go on where a lost connection broke off, without gaps and without repeating', async () => {
    await listener.open(url());
    await decide();
    await listener.until(() => listener.versions().length === 1);
    const lastId = listener.lastId();
    await listener.close();
    await decide();
    await decide();
    listener = new Listener();
    await listener.open(url(), { 'Last-Event-ID': lastId });
    await decide();
    await listener.until(() => listener.versions().length === 3);
    expect(listener.versions()).toEqual([`${id}@4`, `${id}@5`, `${id}@6`]);
  });

  it('come for one process alone when asked', async () => {
    const other = await app.process();
    await listener.open(url(`?process=${other}`));
    await listener.until(() => listener.blocks.length === 1);
    await decide();
    await decide(other);
    await listener.until(() => listener.versions().length === 1);
    expect(listener.versions()).toEqual([`${other}@3`]);
  });

  it('end when the service stops, so that it can stop', async () => {
    await listener.open(url());
    await listener.until(() => listener.blocks.length === 1);
    await app.stop();
    await listener.until(() => listener.ended);
    app = await startApp();
  });

  it('refuse a position that is none, an unknown parameter, and whoever is not signed in', async () => {
    await app.as('auditor').get('/updates').set('Last-Event-ID', 'yesterday').expect(400);
    await app.as('auditor').get('/updates?since=1').expect(400);
    await app.as().get('/updates').expect(401);
    await app.http().head('/api/v1/updates').set('Authorization', 'Bearer demo:auditor').expect(200);
  });
});
