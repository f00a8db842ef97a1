import { describe, expect, it } from '@jest/globals';
import { fieldsOf, routesByTag, typeOf } from './open-api.js';
import type { OpenApi } from './open-api.js';

const document: OpenApi = {
  info: { title: 'T', version: '1' },
  paths: {
    '/processes': { get: { operationId: 'list', tags: ['Processes'] }, post: { tags: ['Processes'] } },
    '/domains': { get: { tags: ['Domains'] } },
  },
  components: {
    schemas: {
      Base: { properties: { id: { type: 'string' } }, required: ['id'] },
      Person: { allOf: [{ $ref: '#/components/schemas/Base' }], properties: { name: { type: 'string' } } },
      Loop: { allOf: [{ $ref: '#/components/schemas/Loop' }] },
    },
  },
};

describe('the described API', () => {
  it('groups routes by tag, each with an address of its own on the page', () => {
    const groups = [...routesByTag(document)].map(([tag, routes]) => [
      tag,
      ...routes.map((route) => `${route.method} ${route.path} #${route.id}`),
    ]);
    expect(groups).toEqual([
      ['Processes', 'GET /processes #list', 'POST /processes #post-processes'],
      ['Domains', 'GET /domains #get-domains'],
    ]);
  });

  it('puts types into words and names the models they refer to', () => {
    expect(typeOf({ type: 'string', format: 'date-time' }).words).toBe('string (date-time)');
    expect(typeOf({ enum: ['front', 'back'] }).words).toBe('front | back');
    expect(typeOf({ type: 'array', items: { $ref: '#/components/schemas/Person' } })).toEqual({
      words: 'Person[]',
      models: ['Person'],
    });
    expect(typeOf({ type: 'array', items: { enum: ['a', 'b'] } }).words).toBe('(a | b)[]');
  });

  it('lists inherited fields, and survives a model that refers to itself', () => {
    expect(
      fieldsOf({ $ref: '#/components/schemas/Person' }, document).map((field) => [
        field.name,
        field.required,
      ]),
    ).toEqual([
      ['id', true],
      ['name', false],
    ]);
    expect(fieldsOf({ $ref: '#/components/schemas/Loop' }, document)).toEqual([]);
  });
});
