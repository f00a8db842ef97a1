import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { answerIn, get, getBytes, onOtherPerson, onSignedOut, ProblemError, write, writeAs } from './http.js';

type Sent = { path: string; method: string; headers: Record<string, string>; body: unknown };

const sent: Sent[] = [];
/** How long the page waited before each next try, in milliseconds. */
const waits: (number | undefined)[] = [];
let answers: (Response | Error | DOMException)[] = [];

const json = (body: unknown, init: ResponseInit = {}) =>
  new Response(JSON.stringify(body), {
    ...init,
    headers: { 'Content-Type': 'application/json', ...(init.headers as Record<string, string>) },
  });
const problem = (
  status: number,
  detail: string,
  headers: Record<string, string> = {},
  type = 'about:blank',
) =>
  new Response(
    JSON.stringify({
      type,
      title: 'Nee',
      status,
      detail,
      errors: [{ field: 'name', message: 'te lang' }],
    }),
    {
      status,
      headers: { 'Content-Type': 'application/problem+json', ...headers },
    },
  );
const failure = (promise: Promise<unknown>): Promise<ProblemError> =>
  promise.then(
    () => Promise.reject(new Error('was not refused')),
    (error: unknown) => error as ProblemError,
  );

beforeEach(() => {
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(((done: () => void, ms?: number) => {
    waits.push(ms);
    queueMicrotask(done);
  }) as unknown as typeof setTimeout);
  sent.length = 0;
  waits.length = 0;
  jest.spyOn(globalThis, 'fetch').mockImplementation(async (path, init) => {
    const { method = 'GET', headers = {}, body } = init ?? {};
    sent.push({ path: String(path), method, headers: headers as Record<string, string>, body });
    const answer = answers.shift() ?? json({});
    if (!(answer instanceof Response)) throw answer;
    return answer;
  });
});

afterEach(() => {
  answers = [];
  jest.restoreAllMocks();
});

describe('speaking with the service', () => {
  it('asks in the language of the page', async () => {
    answerIn('en');
    answers = [new Response('<x/>')];
    expect((await getBytes('/processes/p/diagram')).status).toBe(200);
    expect(sent[0]).toMatchObject({
      path: '/api/v1/processes/p/diagram',
      headers: { 'Accept-Language': 'en' },
    });
    answerIn('nl');
  });

  it('makes a refusal an error that has the sentence and the fields', async () => {
    answers = [problem(400, 'De naam is te lang.')];
    const error = await failure(write('POST', '/processes', { name: 'x' }));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error.message).toBe('De naam is te lang.');
    expect(error.problem.errors).toEqual([{ field: 'name', message: 'te lang' }]);
  });

  it('sends the same key again when the connection fails, so that nothing is done twice', async () => {
    answers = [
      new TypeError('network'),
      new Response(null, { status: 502 }),
      json({ id: 'p', version: 2 }, { status: 201 }),
    ];
    const answer = await write('POST', '/processes', { name: 'x' });
    expect(answer).toMatchObject({ status: 201, data: { id: 'p', version: 2 } });
    expect(sent).toHaveLength(3);
    expect(new Set(sent.map((each) => each.headers['Idempotency-Key'])).size).toBe(1);
  });

  it('gives up with a sentence when nobody answers', async () => {
    answers = [new TypeError('a'), new TypeError('b'), new TypeError('c')];
    expect(await failure(get('/domains'))).toMatchObject({
      status: 0,
      message: expect.stringContaining('antwoordt niet'),
    });
  });

  it('sends a write again only where nobody can know whether it arrived', async () => {
    const tries = async (status: number) => {
      answers = Array.from({ length: 3 }, () => problem(status, 'Nee.'));
      sent.length = 0;
      const { mayHaveArrived } = await failure(write('POST', '/processes', { name: 'x' }));
      return { tries: sent.length, mayHaveArrived };
    };
    for (const status of [502, 504])
      expect([status, await tries(status)]).toEqual([status, { tries: 3, mayHaveArrived: true }]);
    expect(await tries(500)).toEqual({ tries: 1, mayHaveArrived: true });
    // These say that nothing was stored.
    for (const status of [400, 401, 409, 412, 429, 503, 507])
      expect([status, await tries(status)]).toEqual([status, { tries: 1, mayHaveArrived: false }]);
    answers = [new TypeError('a'), new TypeError('b'), new TypeError('c')];
    expect((await failure(write('POST', '/processes', {}))).mayHaveArrived).toBe(true);
  });

  it('waits before the next try as long as the service asks, but never long', async () => {
    const busy = (headers: Record<string, string> = {}) => problem(503, 'Even niet.', headers);
    answers = [busy({ 'Retry-After': '2' }), busy({ 'Retry-After': '3600' })];
    await get('/domains');
    expect(waits).toEqual([2000, 5000]);
    waits.length = 0;
    answers = [busy(), busy({ 'Retry-After': 'morgen' })];
    await get('/domains');
    expect(waits).toEqual([300, 1200]);
  });

  it('does not ask again for what nobody waits for any more', async () => {
    const away = new DOMException('The page went elsewhere.', 'AbortError');
    answers = [away];
    await expect(get('/domains', new AbortController().signal)).rejects.toBe(away);
    expect(sent).toHaveLength(1);
  });

  it('says in a sentence that there was no answer, with its status, where a refusal cannot be read', async () => {
    for (const [body, type] of [
      ['{"title":', 'application/problem+json'],
      ['<html>Bad gateway</html>', 'text/html'],
    ] as const) {
      answers = [new Response(body, { status: 500, headers: { 'Content-Type': type } })];
      expect(await failure(write('POST', '/processes', {}))).toMatchObject({
        status: 500,
        message: expect.stringContaining('antwoordt niet'),
      });
    }
  });

  it('sends what one has seen, and a diagram as it is', async () => {
    await write('PUT', '/processes/p/diagram', '<x/>', {
      ifMatch: 4,
      contentType: 'application/xml',
      idempotencyKey: 'k',
    });
    expect(sent[0]).toMatchObject({
      body: '<x/>',
      headers: { 'If-Match': '"4"', 'Content-Type': 'application/xml', 'Idempotency-Key': 'k' },
    });
  });

  it('reads what one has just written, and after a long wait what there is', async () => {
    answers = [json({}, { headers: { 'Log-Position': 'p7' } })];
    await write('PUT', '/processes/p/owner', {});
    answers = [
      json({}),
      problem(503, 'wacht', { 'Retry-After': '1' }),
      problem(503, 'wacht'),
      problem(503, 'wacht'),
      json({}),
    ];
    await get('/processes/p');
    expect(sent.at(-1)?.headers['Log-Position']).toBe('p7');
    expect((await failure(get('/processes/p'))).status).toBe(503);
    await get('/processes/p');
    expect(sent.at(-1)?.headers['Log-Position']).toBeUndefined();
  });

  it('still reads what it wrote before when a later answer tells no place', async () => {
    answers = [json({}, { headers: { 'Log-Position': 'p8' } }), problem(412, 'Te laat.'), json({})];
    await write('PUT', '/processes/p/owner', {});
    await failure(write('PUT', '/processes/p/owner', {}));
    await get('/processes/p');
    expect(sent.at(-1)?.headers['Log-Position']).toBe('p8');
  });

  it('asks for what there is when the service does not know the place that was seen, as after the log moved', async () => {
    answers = [
      json({}, { headers: { 'Log-Position': '42' } }),
      problem(400, 'Log-Position'),
      json({ id: 'p' }),
    ];
    await write('PUT', '/processes/p/owner', {});
    expect(await get('/processes/p')).toEqual({ id: 'p' });
    expect(sent.slice(1).map(({ headers }) => headers['Log-Position'])).toEqual(['42', undefined]);
    answers = [problem(400, 'Zo niet.')];
    expect((await failure(get('/processes/p'))).message).toBe('Zo niet.');
  });

  it('tells the page when nobody is signed in', async () => {
    const signedOut = jest.fn();
    onSignedOut(signedOut);
    answers = [problem(401, 'Meld u aan.')];
    await failure(get('/domains'));
    expect(signedOut).toHaveBeenCalledTimes(1);
  });

  it('says at every write whom the page believes to be, and tells the page when that is somebody else', async () => {
    let person: string | undefined = 'fenna';
    writeAs(() => person);
    const other = jest.fn();
    onOtherPerson(other);
    await write('PUT', '/processes/p/owner', {});
    await get('/processes/p');
    expect(sent.map(({ headers }) => headers['Acting-As'])).toEqual(['fenna', undefined]);
    answers = [problem(409, 'Er is iets anders.')];
    await failure(write('PATCH', '/processes/p', {}));
    expect(other).not.toHaveBeenCalled();
    answers = [problem(409, 'U bent nu een ander.', {}, 'urn:knipkaart:problem:other-person')];
    await failure(write('PATCH', '/processes/p', {}));
    expect(other).toHaveBeenCalledTimes(1);
    person = undefined;
    await write('POST', '/session', {});
    expect(sent.at(-1)?.headers['Acting-As']).toBeUndefined();
  });
});
