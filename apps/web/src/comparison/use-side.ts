import { useQuery } from '@tanstack/react-query';
import { diagramQuery } from '../process/diagram-query.js';
import { processPath, processQuery } from '../process/queries.js';
import { readSide } from '../process/sides.js';

/**
 * One side of a comparison: the process as it stood, and its drawing.
 * @param text the side as it stands in the address
 * @param version the version that the service says it is; a side that is a version itself need not wait for
 * that
 */
export function useSide(id: string, text: string, version: number | undefined) {
  const side = readSide(text);
  const known = side.kind === 'version' ? side.version : version;
  const state = useQuery({
    ...processQuery(id, { version: known ?? 0 }),
    enabled: known !== undefined,
    staleTime: Infinity,
  });
  const { diagram } = state.data ?? {};
  const drawing = useQuery({
    ...diagramQuery(processPath(id), diagram ?? { digest: '', version: 0 }),
    enabled: diagram !== undefined,
  });
  return {
    answer: state.data,
    xml: diagram && drawing.data,
    /** Whether it has a drawing; undefined while that is not known. */
    isThere: state.data && diagram !== undefined,
    error: state.error ?? drawing.error,
  };
}
