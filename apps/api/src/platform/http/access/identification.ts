import type { FastifyRequest } from 'fastify';
import type { Person } from '../protocol/person.answer.js';

export interface Identified {
  person: Person;
  /** A browser adds a cookie by itself, so a write with one must come from the page. */
  by: 'bearer' | 'cookie';
}

/** Tells who asks. The feature that signs people in provides it. */
export interface Identification {
  /**
   * Who a request says it comes from; undefined where it says nothing that holds.
   * @throws ProblemException 401 for a token that belongs to nobody
   */
  identify(request: FastifyRequest): Identified | undefined;
}
