import type { OpenAPIObject } from '@nestjs/swagger';
import { API_VERSION } from '../page/security-headers.js';

/** What stands in addresses, described once. */
const IN_PATH: Record<string, { description: string; example: string }> = {
  id: { description: 'Id of the process (proces).', example: 'kapvergunning' },
  elementId: { description: 'Id of the step in the diagram (stap), percent-encoded.', example: 'Step_ZaakRegistreren' },
  flowId: { description: 'Id of the flow in the diagram (stroom), percent-encoded.', example: 'Flow_NaarVakafdeling' },
};

const VERSION_HEADER = {
  description: 'Version of this API (versie van de API).',
  schema: { type: 'string', example: API_VERSION },
};

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

/** Adds what holds for every route: the parameters of its address, and the version header of every answer. */
export function completed(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    for (const operation of Object.values(item) as Operation[]) {
      const others = (operation.parameters ?? []).filter((parameter) => !('in' in parameter && parameter.in === 'path'));
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => {
        const { description, example } = IN_PATH[name] ?? { description: name, example: name };
        return { name, in: 'path' as const, required: true, description, schema: { type: 'string', example } };
      });
      operation.parameters = [...inPath, ...others];
      for (const response of Object.values(operation.responses)) {
        if (response && !('$ref' in response)) response.headers = { ...response.headers, 'API-Version': VERSION_HEADER };
      }
    }
  }
  return document;
}
