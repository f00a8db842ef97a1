import type { FastifyInstance } from 'fastify';
import type { Bounds } from '../../environment/bounds.js';
import { HTTP_PROBLEMS } from '../problems/http.problems.js';
import { ProblemException } from '../problems/problem-exception.js';

const MIB = 1024 * 1024;
const SOON = { 'Retry-After': '2' };

/**
 * Bounds what the service holds of bodies at one time, for all and for each person: a body counts from its
 * head until its request is answered. One of unknown length counts as the longest that its route takes.
 * Bodies of people who are not signed in are bounded by their connections and by the length of each body.
 */
export function boundHeldBodies(
  server: FastifyInstance,
  bounds: Pick<Bounds, 'bodiesMib' | 'bodiesMibOfPerson'>,
): void {
  const [most, mostOfPerson] = [bounds.bodiesMib * MIB, bounds.bodiesMibOfPerson * MIB];
  const ofPerson = new Map<string, number>();
  let ofAll = 0;

  server.addHook('onRequest', async (request, { raw }) => {
    const { headers, person } = request;
    const said = headers['content-length'];
    if (!person || (said === undefined && headers['transfer-encoding'] === undefined)) return;
    const { bodyLimit = 0 } = request.routeOptions;
    const bytes = said === undefined ? bodyLimit : Number(said);
    // What is larger than the route takes is refused before anything of it is held.
    if (bytes === 0 || bytes > bodyLimit) return;
    const mine = (ofPerson.get(person.id) ?? 0) + bytes;
    if (mine > mostOfPerson && mine > bytes)
      throw new ProblemException(HTTP_PROBLEMS.tooManyBodiesOfPerson, {
        params: { person: person.name, mib: bounds.bodiesMibOfPerson },
        headers: SOON,
      });
    if (ofAll + bytes > most && ofAll > 0)
      throw new ProblemException(HTTP_PROBLEMS.tooManyBodies, {
        params: { mib: bounds.bodiesMib },
        headers: SOON,
      });
    ofAll += bytes;
    ofPerson.set(person.id, mine);
    raw.once('close', () => {
      ofAll -= bytes;
      const left = ofPerson.get(person.id)! - bytes;
      if (left > 0) ofPerson.set(person.id, left);
      else ofPerson.delete(person.id);
    });
  });
}
