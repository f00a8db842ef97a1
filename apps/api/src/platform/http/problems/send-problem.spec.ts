import fastify from 'fastify';
import { expect, it } from '@jest/globals';
import { ProblemException } from './problem-exception.js';
import { problem, problemKinds } from './problem-kind.js';
import { sendProblem } from './send-problem.js';

const { lent } = problemKinds({ lent: problem(409, 'Uitgeleend', 'Lent', 'Het is weg.', 'It is gone.') });

it('A refusal says nothing of what the route had prepared for success, and what belongs to it', async () => {
  const server = fastify();
  server.get('/', (request, reply) => {
    void reply.headers({
      ETag: '"3"',
      Location: '/elsewhere',
      'Content-Disposition': 'attachment; filename="x.bpmn"',
      Connection: 'close',
      'Content-Type': 'application/xml',
    });
    const headers = { 'Retry-After': '2', 'Cache-Control': 'no-store, private' };
    sendProblem(new ProblemException(lent, { headers }), request, reply);
  });
  const { statusCode, headers, body } = await server.inject({
    url: '/',
    headers: { 'accept-language': 'en' },
  });
  expect([statusCode, JSON.parse(body)]).toMatchObject([409, { title: 'Lent', detail: 'It is gone.' }]);
  for (const header of ['etag', 'location', 'content-disposition'])
    expect(headers).not.toHaveProperty(header);
  expect(headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': 'en',
    vary: 'Accept-Language',
    'retry-after': '2',
    'cache-control': 'no-store, private',
  });
  expect(headers['connection']).not.toBe('close');
  await server.close();
});
