import { queryOptions } from '@tanstack/react-query';
import { readDiagram, type Outline } from '#bpmn';
import { getBytes } from '../http.js';
import { processPath } from '../queries.js';

/** A drawing as it was saved: its text, and what stands in it. */
export interface ReadDrawing {
  xml: string;
  outline: Outline | undefined;
}

/** A saved drawing, read once per digest, since its bytes never change. */
export const diagramQuery = (process: string, diagram: { digest: string; version: number }) =>
  queryOptions({
    queryKey: ['diagram', process, diagram.digest],
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<ReadDrawing> => {
      const { data } = await getBytes(processPath(process, `/diagram?version=${diagram.version}`), signal);
      const reading = readDiagram(new Uint8Array(data));
      return reading.ok ? { xml: reading.diagram.text, outline: reading.diagram.outline } : { xml: new TextDecoder().decode(data), outline: undefined };
    },
  });
