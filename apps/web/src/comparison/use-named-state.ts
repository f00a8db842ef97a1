import { useQuery } from '@tanstack/react-query';
import { diagramQuery } from '../process/diagram-query.js';
import { processPath, processQuery } from '../process/queries.js';
import { readStateName } from '../process/state-name.js';

/**
 * One of the two states that are compared: the process as it stood, and its drawing.
 * @param text the name of the state in the address
 * @param version the version that the service says it is; a name that is a version need not wait for that
 */
export function useNamedState(id: string, text: string, version: number | undefined) {
  const named = readStateName(text);
  const known = named.kind === 'version' ? named.version : version;
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
