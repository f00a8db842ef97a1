import { getEventListeners } from 'node:events';
import { afterEach, expect, it, jest } from '@jest/globals';
import { SharedNews } from './shared-news.js';

afterEach(() => {
  jest.restoreAllMocks();
});

const refusal = (status: number, headers: Record<string, string> = {}, type = 'about:blank') =>
  new Response(JSON.stringify({ type }), { status, headers });

it('A window waits as long as the service asks before it asks again, and leaves nothing behind', async () => {
  const waits: (number | undefined)[] = [];
  jest.spyOn(globalThis, 'setTimeout').mockImplementation(((done: () => void, ms?: number) => {
    waits.push(ms);
    queueMicrotask(done);
  }) as unknown as typeof setTimeout);
  const answers = [
    new TypeError('The line broke.'),
    refusal(503),
    refusal(503, { 'Retry-After': '1' }),
    refusal(429, { 'Retry-After': '30' }),
    refusal(429, { 'Retry-After': '60' }, 'urn:knipkaart:problem:too-many-streams-of-person'),
  ];
  const waiting: number[] = [];
  const told = { onUpdate: jest.fn(), onMissed: jest.fn(), onSignedOut: jest.fn() };
  await new Promise<void>((resolve) => {
    const news = new SharedNews(
      crypto.randomUUID(),
      async (_, over) => {
        waiting.push(getEventListeners(over, 'abort').length);
        const answer = answers.shift();
        if (answer instanceof Response) return answer;
        if (answer) throw answer;
        leave();
        resolve();
        throw new DOMException('The window left.', 'AbortError');
      },
      told,
    );
    const leave = news.join();
  });
  expect(waits).toEqual([2_000, 2_000, 2_000, 30_000, 60_000]);
  // One who waited a hundred times does not hold on to a hundred waits.
  expect(new Set(waiting).size).toBe(1);
  expect(told.onMissed).toHaveBeenCalledTimes(1);
  expect(told.onSignedOut).not.toHaveBeenCalled();
});
