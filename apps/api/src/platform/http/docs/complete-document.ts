import type { Type } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';
import { anyone, PERSONA_WORDS, PERSONAS, type Action } from '../routes/actions.js';
import type { AccessRow } from '../routes/known-routes.js';
import type { Problem } from '../problems/problem.answer.js';
import type { Language } from '../problems/problem-kind.js';
import { API_VERSION } from '../protocol/security-headers.js';
import { asksActingAs } from '../access/acting-as.js';
import { problemsOf } from './answers.js';

/** What features describe beside their routes. */
export interface Described {
  /** Groups of operations, by name. */
  tags: Record<string, string>;
  /** Sentences on what the API is about. */
  about: string[];
  /** Parameters of addresses, by the end of the address up to them, as in `toys/{id}`. */
  inPath: Record<string, { description: string; example: string }>;
  /** Problems of a status that say more than all do. */
  problems: Record<number, Type<Problem>>;
}

const VERSION_HEADER = {
  description: 'Version of this API (versie van de API).',
  schema: { type: 'string', example: API_VERSION },
};

const ENTITY_TAG = {
  description:
    'The version in which this last changed (versie), and a digest of the answer; send it as `If-Match` or `If-None-Match`.',
  schema: { type: 'string', example: '"13.9f86d081884c7d659a2feaa0c55ad015"' },
};

const ACTING_AS = {
  name: 'Acting-As',
  in: 'header' as const,
  required: false,
  description:
    'The person whom the page shows as signed in (persoon). Needed with the session cookie; 409 when the session is of somebody else. A bearer token needs none.',
  schema: { type: 'string', example: 'werkgroep-vergunningen' },
};

const numberHeader = (description: string, example: number) => ({
  description,
  schema: { type: 'integer' as const, example },
});

const RATE_HEADERS = {
  'Retry-After': numberHeader('After so many seconds there may be more.', 12),
  'RateLimit-Limit': numberHeader('Requests in a minute (verzoeken per minuut).', 60_000),
  'RateLimit-Remaining': numberHeader('How many are left (over).', 0),
  'RateLimit-Reset': numberHeader('Seconds until all are back.', 12),
};

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/**
 * Adds what holds for every route: who may call it, the parameters of its address, the version header of
 * every answer, and the tag of those that have one.
 */
export function completed(
  document: OpenAPIObject,
  rows: readonly AccessRow[],
  { inPath, problems }: Described,
): OpenAPIObject {
  const actions = new Map(rows.map(({ route, action }) => [route, action]));
  for (const [path, item] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(item) as [string, Operation][]) {
      const route = `${method.toUpperCase()} /api/v1${path.replace(/\{(\w+)\}/g, ':$1')}`;
      const action = actions.get(route);
      if (action)
        operation.description = [operation.description, whoMay(action)].filter(Boolean).join('\n\n');
      const others = (operation.parameters ?? []).filter(
        (parameter) => !('in' in parameter && parameter.in === 'path'),
      );
      const ofPath = [...path.matchAll(/\{(\w+)\}/g)].map(({ 0: whole, 1: name = '', index }) => {
        const upToIt = path.slice(0, index + whole.length);
        const [, about] = Object.entries(inPath).find(([end]) => upToIt.endsWith(end)) ?? [];
        const { description = name, example = name } = about ?? {};
        return {
          name,
          in: 'path' as const,
          required: true,
          description,
          schema: { type: 'string', example },
        };
      });
      const actingAs = asksActingAs(method.toUpperCase(), `/api/v1${path}`) ? [ACTING_AS] : [];
      operation.parameters = [...ofPath, ...others, ...actingAs];
      if (operation.requestBody) operation.responses['408'] = problemsOf(408);
      operation.responses['429'] = { ...problemsOf(429), headers: RATE_HEADERS };
      const tagged = '304' in operation.responses;
      for (const [status, response] of Object.entries(operation.responses)) {
        if (!response || '$ref' in response) continue;
        const problem = problems[Number(status)];
        const content = response.content?.['application/problem+json'];
        if (problem && content) content.schema = { $ref: `#/components/schemas/${problem.name}` };
        response.headers = {
          ...response.headers,
          ...(tagged && Number(status) < 400 && { ETag: ENTITY_TAG }),
          'API-Version': VERSION_HEADER,
        };
      }
    }
  }
  return document;
}

function whoMay(action: Action): string {
  if (action === anyone) return 'For anyone (iedereen).';
  if (action.personas.length === PERSONAS.length) return 'For everyone who is signed in (aangemeld).';
  const named = (language: Language) =>
    action.personas.map((persona) => PERSONA_WORDS[persona][language]).join(', ');
  return `For: ${named('en')} (${named('nl')}).`;
}
