import type { FastifyInstance } from 'fastify';
import type { Bounds } from '../../environment/bounds.js';
import { HTTP_PROBLEMS } from '../problems/http.problems.js';
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
    room -= JSON.stringify(item).length + 1;
    if (room < 0 && count > 0) break;
    count++;
  }
  return { told: items.slice(0, count), left: items.length - count };
}

/** Refuses what would be a larger answer in JSON than anybody can use. */
export function boundAnswers(server: FastifyInstance, { answerMib }: Pick<Bounds, 'answerMib'>): void {
  server.addHook('onSend', async (_, reply, payload) => {
    const isJson = String(reply.getHeader('Content-Type')).startsWith('application/json');
    const isTooLarge =
      (typeof payload === 'string' || Buffer.isBuffer(payload)) && payload.length > answerMib * MIB;
    if (isJson && isTooLarge)
      throw new ProblemException(HTTP_PROBLEMS.answerTooLarge, { params: { mib: answerMib } });
    return payload;
  });
}
