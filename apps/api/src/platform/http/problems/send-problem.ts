import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemException } from './problem-exception.js';
import { inWords, languageOf } from './words.js';

/** Answers with a problem, in the language of the request. */
export function sendProblem(exception: ProblemException, request: FastifyRequest, reply: FastifyReply): void {
  const language = languageOf(request.headers['accept-language']);
  const problem = inWords(exception, language);
  // What the route had prepared for success says nothing about a refusal. And a connection that is closed on
  // a body still being sent takes the answer with it: kept open, the server throws away what is left.
  for (const header of ['etag', 'location', 'content-disposition', 'connection']) reply.removeHeader(header);
  void reply
    .status(problem.status)
    .headers({
      'Cache-Control': 'no-store',
      'Content-Language': language,
      Vary: 'Accept-Language',
      ...exception.extras.headers,
    })
    .type('application/problem+json; charset=utf-8')
    .serializer((value: unknown) => JSON.stringify(value))
    .send(problem);
}
