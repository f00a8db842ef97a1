import type { FastifyInstance } from 'fastify';
import type { Bounds } from '../../environment/bounds.js';
import { HTTP_PROBLEMS } from '../problems/http.problems.js';
import type { Problem } from '../problems/problem.answer.js';
import { ProblemException } from '../problems/problem-exception.js';

const KIB = 1024;
const MIB = 1024 * KIB;

/** What an answer has room for of one list: the first of its items, and how many are left. */
export interface Told<Item> {
  told: Item[];
  left: number;
}

/** As many of some items as their JSON has room for; at least one, so that who pages on gets further. */
export function withRoom<Item>(items: readonly Item[], { listKib }: Pick<Bounds, 'listKib'>): Told<Item> {
  let room = listKib * KIB;
  let count = 0;
  for (const item of items) {
    room -= Buffer.byteLength(JSON.stringify(item)) + 1;
    if (room < 0 && count > 0) break;
    count++;
  }
  return { told: items.slice(0, count), left: items.length - count };
}

/**
 * Refuses what would be a larger answer than anybody can use; what is sent piece by piece has no bound. A
 * refusal that is so large keeps what every refusal says.
 */
export function boundAnswers(server: FastifyInstance, { answerMib }: Pick<Bounds, 'answerMib'>): void {
  server.addHook('onSend', async (_, reply, payload) => {
    const isWhole = typeof payload === 'string' || Buffer.isBuffer(payload);
    if (!isWhole || Buffer.byteLength(payload) <= answerMib * MIB) return payload;
    if (!String(reply.getHeader('Content-Type')).startsWith('application/problem+json'))
      throw new ProblemException(HTTP_PROBLEMS.answerTooLarge, { params: { mib: answerMib } });
    const { type, title, status, detail } = JSON.parse(String(payload)) as Problem;
    return JSON.stringify({ type, title, status, detail });
  });
}
