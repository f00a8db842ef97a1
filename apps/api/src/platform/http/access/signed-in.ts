import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ProblemException } from '../problems/problem-exception.js';
import type { Person } from '../protocol/person.answer.js';
import { ACCESS_PROBLEMS } from './access.problems.js';
import type { SignedInTime } from './identification.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks; absent on routes that need no signing in. */
    person?: Person;
    /** For how long they are signed in; absent where each request signs in anew. */
    session?: SignedInTime;
  }
}

/** What a 401 asks for. */
export const CHALLENGE = { 'WWW-Authenticate': 'Bearer realm="knipkaart"' };

/** 401 for a person who does not say who they are. */
export const notSignedIn = (): ProblemException =>
  new ProblemException(ACCESS_PROBLEMS.notSignedIn, { headers: CHALLENGE });

/** Who is signed in, as a parameter of a controller's method. */
export const SignedIn = createParamDecorator((_: unknown, context: ExecutionContext): Person => {
  const { person } = context.switchToHttp().getRequest<FastifyRequest>();
  if (!person) throw notSignedIn();
  return person;
});
