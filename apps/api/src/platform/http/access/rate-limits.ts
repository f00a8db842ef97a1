import rateLimit from '@fastify/rate-limit';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Bounds } from '../../environment/bounds.js';
import { HTTP_PROBLEMS } from '../problems/http.problems.js';
import { ProblemException } from '../problems/problem-exception.js';

const MINUTE_MS = 60_000;
const THIS_ADDRESS = { nl: 'Van dit adres', en: 'from this address' };

type Counter = ReturnType<FastifyInstance['createRateLimit']>;

/**
 * How many requests each person sends, and each address from which somebody asks who is not signed in. Every
 * instance counts for itself.
 */
export class RateLimits {
  private counters: { ofPerson: Counter; ofAddress: Counter } | undefined;

  constructor(server: FastifyInstance, bounds: Pick<Bounds, 'requestsOfPerson' | 'requestsOfAddress'>) {
    void server.register(rateLimit, { global: false, timeWindow: MINUTE_MS });
    server.addHook('onReady', async () => {
      this.counters = {
        ofPerson: server.createRateLimit({
          max: bounds.requestsOfPerson,
          keyGenerator: ({ person }) => person?.id ?? '',
        }),
        ofAddress: server.createRateLimit({ max: bounds.requestsOfAddress }),
      };
    });
  }

  /**
   * Counts a request, and says in its answer how many more there may be.
   * @throws ProblemException 429 when there were too many
   */
  async count(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { person } = request;
    const counted = await (person ? this.counters!.ofPerson : this.counters!.ofAddress)(request);
    if (counted.isAllowed) return;
    const { max, remaining, ttlInSeconds: seconds, isExceeded } = counted;
    void reply.headers({
      'RateLimit-Limit': max,
      'RateLimit-Remaining': remaining,
      'RateLimit-Reset': seconds,
    });
    if (!isExceeded) return;
    const from = person ? { nl: `Van ${person.name}`, en: `from ${person.name}` } : THIS_ADDRESS;
    throw new ProblemException(HTTP_PROBLEMS.tooManyRequests, {
      params: { from, max, seconds },
      headers: { 'Retry-After': String(seconds) },
    });
  }
}
