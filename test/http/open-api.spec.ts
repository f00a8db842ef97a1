import { beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from './start-app.js';

interface Described {
  description?: string;
  example?: unknown;
  enum?: unknown;
  allOf?: unknown;
  $ref?: string;
  type?: string;
  items?: Described;
}
interface Operation {
  operationId: string;
  summary?: string;
  tags: string[];
  parameters?: { name: string; in: string; required?: boolean; description?: string; schema: Described }[];
  responses: Record<string, { headers?: Record<string, unknown>; content?: Record<string, unknown> }>;
}
interface Document {
  openapi: string;
  info: { version: string; contact: Record<string, string> };
  servers: { url: string }[];
  paths: Record<string, Record<string, Operation>>;
  tags: { name: string; description?: string }[];
  components: {
    securitySchemes: Record<string, object>;
    schemas: Record<string, { properties?: Record<string, Described> }>;
  };
}

let app: TestApp;
let document: Document;
let operations: [route: string, operation: Operation][];
beforeAll(async () => {
  app = await startApp();
  const answer = await app.as().get('/openapi.json').expect(200);
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  expect(answer.headers['cross-origin-resource-policy']).toBe('cross-origin');
  document = answer.body as Document;
  operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  );
});

/**
 * The rules of the Dutch government for APIs (NLGov REST API Design Rules 2), as far as a document can show
 * them.
 */
describe('The description of the API', () => {
  it('has every route of the service except health, metrics and itself', () => {
    const routes = app.access
      .map(({ route }) => route)
      .filter((route) => route.includes('/api/v1/') && !route.endsWith('openapi.json'))
      .map((route) => route.replace('/api/v1', '').replace(/:(\w+)/g, '{$1}'));
    expect(operations.map(([route]) => route).sort()).toEqual(routes.sort());
  });

  it('says version, server and contact', () => {
    expect(document.openapi).toMatch(/^3\.\d+\.\d+$/);
    expect(document.info.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(document.info.contact).toEqual({
      name: expect.any(String),
      email: expect.any(String),
      url: expect.any(String),
    });
    expect(document.servers).toEqual([{ url: '/api/v1' }]);
  });

  it('has kebab-case paths without a trailing slash and camelCase queries', () => {
    for (const path of Object.keys(document.paths)) expect(path).toMatch(/^(\/([a-z0-9-]+|\{\w+\}))+$/);
    for (const [, { parameters = [] }] of operations)
      for (const { in: place, name } of parameters)
        if (place === 'query') expect(name).toMatch(/^[a-z][a-zA-Z0-9]*$/);
  });

  it('tells of every operation what it does, its version header, and its problems as problem+json', () => {
    expect(new Set(operations.map(([, { operationId }]) => operationId)).size).toBe(operations.length);
    for (const [route, { summary, responses }] of operations) {
      expect({ route, summary }).toEqual({ route, summary: expect.stringMatching(/\w/) });
      // Only a merge makes a version or none.
      expect({
        route,
        successes: Object.keys(responses).filter((status) => status.startsWith('2')).length,
      }).toEqual({ route, successes: route.endsWith('/merges') ? 2 : 1 });
      if (/^(PUT|POST|PATCH)/.test(route))
        expect({ route, statuses: Object.keys(responses) }).toEqual({
          route,
          statuses: expect.arrayContaining(['400']),
        });
      const answersJson = Object.keys(responses['200']?.content ?? responses['201']?.content ?? {}).includes(
        'application/json',
      );
      if (answersJson)
        expect({ route, statuses: Object.keys(responses) }).toEqual({
          route,
          statuses: expect.arrayContaining(['406']),
        });
      for (const [status, { headers = {}, content }] of Object.entries(responses)) {
        expect({ route, status, headers: Object.keys(headers) }).toEqual({
          route,
          status,
          headers: expect.arrayContaining(['API-Version']),
        });
        if (Number(status) >= 400) expect(Object.keys(content ?? {})).toEqual(['application/problem+json']);
      }
    }
  });

  it('groups the operations under tags that it describes', () => {
    const described = document.tags.filter(({ description }) => description).map(({ name }) => name);
    expect(new Set(operations.flatMap(([, { tags }]) => tags))).toEqual(new Set(described));
  });

  it('tells which headers come and go: tags of versions, what must be sent with a diagram, where something new is', () => {
    const operation = (route: string) => operations.find(([name]) => name === route)![1];
    const sent = (route: string, name: string) =>
      operation(route).parameters!.find((parameter) => parameter.name === name);
    const answered = (route: string, status: string) =>
      Object.keys(operation(route).responses[status]?.headers ?? {});
    for (const route of ['GET /processes/{id}', 'GET /processes/{id}/diagram']) {
      expect(sent(route, 'If-None-Match')).toBeDefined();
      for (const status of ['200', '304']) expect(answered(route, status)).toContain('ETag');
    }
    expect(sent('PUT /processes/{id}/diagram', 'If-Match')).toMatchObject({ required: true });
    expect(sent('PUT /processes/{id}/knips/{elementId}', 'If-Match')).toMatchObject({ required: false });
    for (const route of ['POST /processes', 'POST /processes/{id}/milestones'])
      expect(answered(route, '201')).toContain('Location');
    expect(document.components.securitySchemes['bearer']).not.toHaveProperty('bearerFormat');
  });

  it('describes every parameter and every field, in Dutch as well, with an example', () => {
    const bare: string[] = [];
    for (const [route, { parameters = [] }] of operations) {
      for (const { name, description, schema } of parameters)
        if (!description || description === name || schema.example === undefined)
          bare.push(`${route} ${name}`);
    }
    for (const [name, { properties = {} }] of Object.entries(document.components.schemas)) {
      for (const [field, about] of Object.entries(properties)) {
        const nested = about.allOf ?? about.$ref ?? about.items?.$ref;
        if (!/\(.+\)/.test(about.description ?? '') || (about.example === undefined && nested === undefined))
          bare.push(`${name}.${field}`);
      }
    }
    expect(bare).toEqual([]);
  });
});
