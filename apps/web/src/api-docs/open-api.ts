/** The parts of an OpenAPI 3 document that the page shows. */
export interface OpenApi {
  info: { title: string; version: string; description?: string };
  paths: Record<string, Record<string, Operation>>;
  tags?: { name: string; description?: string }[];
  components?: { schemas?: Record<string, Schema>; parameters?: Record<string, Parameter> };
}

interface Operation {
  operationId?: string;
  summary?: string;
  description?: string;
  tags?: string[];
  parameters?: (Parameter | Reference)[];
  requestBody?: { description?: string; content?: Content };
  responses?: Record<
    string,
    { description?: string; headers?: Record<string, { description?: string }>; content?: Content }
  >;
}

export interface Parameter {
  name: string;
  in: string;
  required?: boolean;
  description?: string;
  schema?: Schema | Reference;
  example?: unknown;
}

export interface Reference {
  $ref: string;
}

export type Content = Record<
  string,
  { schema?: Schema | Reference; example?: unknown; examples?: Record<string, { value?: unknown }> }
>;

export interface Schema {
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: unknown[];
  example?: unknown;
  items?: Schema | Reference;
  required?: string[];
  properties?: Record<string, Schema | Reference>;
  allOf?: (Schema | Reference)[];
  oneOf?: (Schema | Reference)[];
  anyOf?: (Schema | Reference)[];
}

export interface Route {
  id: string;
  method: string;
  path: string;
  operation: Operation;
}

const METHODS = ['get', 'post', 'put', 'patch', 'delete'];

export const isReference = (part: object): part is Reference => '$ref' in part;

/** "#/components/schemas/Person" → "Person" */
const nameOf = (reference: Reference): string => reference.$ref.split('/').at(-1) ?? reference.$ref;

/** The routes by their first tag, in the order of the document. */
export function routesByTag(document: OpenApi): Map<string, Route[]> {
  const groups = new Map<string, Route[]>();
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const method of METHODS) {
      const operation = operations[method];
      if (!operation) continue;
      const tag = operation.tags?.[0] ?? 'API';
      const id = (operation.operationId ?? `${method}${path}`).replaceAll(/[^\w-]+/gu, '-');
      groups.set(tag, [...(groups.get(tag) ?? []), { id, method: method.toUpperCase(), path, operation }]);
    }
  }
  return groups;
}

/** A parameter, looked up where the operation only refers to it. */
export function parameterOf(parameter: Parameter | Reference, document: OpenApi): Parameter {
  if (!isReference(parameter)) return parameter;
  return document.components?.parameters?.[nameOf(parameter)] ?? { name: nameOf(parameter), in: '' };
}

/** A type in words, e.g. `string (date-time)`, `front | back`; `models` are the schemas that it refers to. */
export function typeOf(schema: Schema | Reference | undefined): { words: string; models: string[] } {
  if (!schema) return { words: '', models: [] };
  if (isReference(schema)) return { words: nameOf(schema), models: [nameOf(schema)] };
  const parts = schema.allOf ?? schema.oneOf ?? schema.anyOf;
  if (parts) {
    const types = parts.map(typeOf);
    return {
      words: types.map((type) => type.words).join(schema.allOf ? ' & ' : ' | '),
      models: types.flatMap((type) => type.models),
    };
  }
  if (schema.items) {
    const { words, models } = typeOf(schema.items);
    return { words: `${words.includes(' ') ? `(${words})` : words}[]`, models };
  }
  if (schema.enum) return { words: schema.enum.map(String).join(' | '), models: [] };
  const type = [schema.type ?? 'object'].flat().join(' | ');
  return { words: schema.format ? `${type} (${schema.format})` : type, models: [] };
}

export interface Field {
  name: string;
  required: boolean;
  schema: Schema | Reference;
}

/** The fields of an object, its parents' included. */
export function fieldsOf(
  schema: Schema | Reference,
  document: OpenApi,
  seen: readonly string[] = [],
): Field[] {
  if (isReference(schema)) {
    const name = nameOf(schema);
    const target = document.components?.schemas?.[name];
    return target && !seen.includes(name) ? fieldsOf(target, document, [...seen, name]) : [];
  }
  const own = Object.entries(schema.properties ?? {}).map(([name, property]) => ({
    name,
    required: schema.required?.includes(name) ?? false,
    schema: property,
  }));
  return [...(schema.allOf ?? []).flatMap((part) => fieldsOf(part, document, seen)), ...own];
}

/** An example as one would send it; nothing where the document has none. */
export function exampleOf(content: Content[string]): string | undefined {
  const value = content.example ?? Object.values(content.examples ?? {})[0]?.value;
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : JSON.stringify(value, undefined, 2);
}
