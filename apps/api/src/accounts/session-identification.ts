import type {} from '@fastify/cookie';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { CHALLENGE } from '../platform/http/access/signed-in.js';
import { ACCESS_PROBLEMS } from '../platform/http/access/access.problems.js';
import type { Identification, Identified } from '../platform/http/access/identification.js';
import { People } from '../platform/http/access/people.js';
import { ProblemException } from '../platform/http/problems/problem-exception.js';
import { Settings } from '../platform/environment/settings.js';
import { openSession, SESSION_COOKIE } from './session-cookie.js';

/** Knows people by a bearer token of the demonstration or by the session cookie; the token wins. */
@Injectable()
export class SessionIdentification implements Identification {
  constructor(
    private readonly people: People,
    private readonly settings: Settings,
  ) {}

  identify({ headers, server }: FastifyRequest): Identified | undefined {
    if (headers.authorization !== undefined)
      return { person: this.bearer(headers.authorization), by: 'bearer' };
    // The cookies of the request itself are there only after the first hook.
    const cookie = server.parseCookie(headers.cookie ?? '')[SESSION_COOKIE];
    const opened =
      cookie === undefined ? undefined : openSession(cookie, this.settings.sessionKey, new Date());
    const person = opened && this.people.find(opened.person);
    return person && { person, by: 'cookie', session: opened.session };
  }

  private bearer(authorization: string) {
    const id = /^Bearer demo:(.+)$/i.exec(authorization)?.[1];
    const person = id === undefined ? undefined : this.people.find(id);
    if (!person) throw new ProblemException(ACCESS_PROBLEMS.bearerUnknown, { headers: CHALLENGE });
    return person;
  }
}
