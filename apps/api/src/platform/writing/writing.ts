import { createHash } from 'node:crypto';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { v7 as newId } from 'uuid';
import type { AskedWrite } from '../http/access/access.js';
import type { Person } from '../http/protocol/person.answer.js';
import type { EventPlace } from '#event-store';
import { FIELDS } from '../http/problems/field.problems.js';
import { invalidInput, type FieldProblem } from '../http/problems/problem-exception.js';
import { versionInTag } from '../http/reading/entity-tag.js';
import type { Subject, SubjectKind } from './subject.js';

/** What every write says beside its content. */
export interface Writing<Actor extends { id: string } = Person> {
  subject: Subject;
  actor: Actor;
  /** Known again when the request is sent a second time. */
  commandId: string;
  /** The version that the person has seen; undefined where it was not said. */
  seen?: number;
  /** The event that brought this write about, where no person asked for it. */
  cause?: EventPlace;
  /** Set by the demonstration story, which happens in a time of its own. */
  demo?: { now: Date };
}

/** `If-Match: *` says "whatever there is", and is not taken: it counts as a version that does not exist. */
const NO_SUCH_VERSION = Number.POSITIVE_INFINITY;
const LONGEST_KEY = 255;

/** The `Writing` of a request, as one parameter of a controller's method. */
export const WritingOf = createParamDecorator(
  (kind: SubjectKind, context: ExecutionContext): Writing =>
    writingOf(kind, context.switchToHttp().getRequest<WritingRequest>()),
);

type WritingRequest = Pick<
  FastifyRequest<{ Params: Readonly<Record<string, string>> }>,
  'headers' | 'params' | 'person'
>;

/**
 * Subject, actor, `Idempotency-Key` and `If-Match` of a request. A request that names no id makes something
 * new, whose id follows from the command.
 * @throws ProblemException 400 when a header cannot be read
 * @throws Error when the route names its parameters otherwise: it would make something new each time
 */
export function writingOf(kind: SubjectKind, { headers, params, person }: WritingRequest): Writing {
  const { id } = params;
  if (id === undefined && Object.keys(params).length > 0)
    throw new Error(`A route that writes to a ${kind.aggregate.name} must call its id :id.`);
  const errors: FieldProblem[] = [];
  const seen = seenVersion(headers['if-match'], errors);
  const key = idempotencyKey(headers['idempotency-key'], errors);
  if (errors.length > 0) throw invalidInput(...errors);
  const actor = person as Person;
  const commandId = key === undefined ? newId() : commandIdOf(kind, id, actor, key);
  return {
    subject: { kind, id: id ?? derivedId(kind.aggregate.name, commandId) },
    actor,
    commandId,
    ...(seen !== undefined && { seen }),
  };
}

/**
 * The command that a request repeats if it was carried out before, by its headers alone; undefined where it
 * has no `Idempotency-Key` that can be read.
 */
export function repeatedCommand(
  kind: SubjectKind,
  { id, person, headers }: Pick<AskedWrite, 'id' | 'person' | 'headers'>,
): string | undefined {
  const key = idempotencyKey(headers['idempotency-key'], []);
  return key === undefined ? undefined : commandIdOf(kind, id, person, key);
}

const commandIdOf = (
  { keyScope, aggregate }: SubjectKind,
  id: string | undefined,
  actor: { id: string },
  key: string,
): string => derivedId('command', actor.id, (keyScope ?? aggregate.stream)(id ?? ''), key);

/** An id in the form of a UUID (RFC 9562, version 8) that the same parts always give. */
export function derivedId(...parts: string[]): string {
  const hex = createHash('sha256').update(JSON.stringify(parts)).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/**
 * The newest version named by `If-Match` (RFC 9110, 13.1.1); a weak tag counts as a strong one, since
 * compressing proxies weaken them. A tag that this service did not make counts as a version that does
 * not exist.
 */
function seenVersion(header: string | undefined, errors: FieldProblem[]): number | undefined {
  if (header === undefined) return undefined;
  if (header.trim() === '*') return NO_SUCH_VERSION;
  const tags = header.split(',').map((tag) => /^(?:W\/)?"([\x21\x23-\x7e]*)"$/.exec(tag.trim())?.[1]);
  if (tags.includes(undefined)) {
    errors.push({ field: 'If-Match', kind: FIELDS.entityTag });
    return undefined;
  }
  return Math.max(...tags.map((tag) => versionInTag(tag ?? '') ?? NO_SUCH_VERSION));
}

function idempotencyKey(header: string | string[] | undefined, errors: FieldProblem[]): string | undefined {
  if (header === undefined) return undefined;
  if (typeof header === 'string' && /^[\x21-\x7e]+$/.test(header) && header.length <= LONGEST_KEY)
    return header;
  errors.push({ field: 'Idempotency-Key', kind: FIELDS.key, params: { max: LONGEST_KEY } });
  return undefined;
}
