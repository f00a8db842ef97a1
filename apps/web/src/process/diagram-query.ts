import { queryOptions } from '@tanstack/react-query';
import { decodeXml, readDiagramText, type Outline } from '#bpmn';
import { getBytes } from '../http.js';

/**
 * The text of a drawing as it was saved, fetched once per digest, since its bytes never change.
 * @param path of what it is the drawing of, below the API's base path
 */
export const diagramQuery = (path: string, diagram: { digest: string; version: number }) =>
  queryOptions({
    queryKey: ['diagram', path, diagram.digest],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<string> => {
      const { data } = await getBytes(`${path}/diagram?version=${diagram.version}`, signal);
      const decoded = decodeXml(new Uint8Array(data));
      return decoded.ok ? decoded.text : new TextDecoder().decode(data);
    },
  });

/** The elements of a drawing; undefined where it cannot be read. */
export function outlineOf(xml: string): Outline | undefined {
  const reading = readDiagramText(xml);
  return reading.ok ? reading.diagram.outline : undefined;
}
