import type { FastifyRequest } from 'fastify';
import type { Person } from '../protocol/person.answer.js';

export interface Identified {
  person: Person;
  /** A browser adds a cookie by itself, so a write with one must come from the page. */
  by: 'bearer' | 'cookie';
  /** Absent where each request signs in anew. */
  session?: SignedInTime;
}

/** A time for which somebody is signed in. */
export interface SignedInTime {
  /** The same for every request of the session, and for those of no other. */
  id: string;
  /** When it ends by itself, in milliseconds since 1970. */
  until: number;
}

/** Tells who asks. The feature that signs people in provides it. */
export interface Identification {
  /**
   * Who a request says it comes from; undefined where it says nothing that holds.
   * @throws ProblemException 401 for a token that belongs to nobody
   */
  identify(request: FastifyRequest): Identified | undefined;
}
