import type { ProcessAnswer } from '#contract';
import { processQuery } from '../process/queries.js';
import { queryClient } from '../query-client.js';

/** Whether the person may change the drawing of the process as it stands now. */
export const isEditable = (answer: ProcessAnswer): boolean =>
  answer.may.edit && !answer.retired && !answer.parked;

/**
 * Fetches a process, its drawing and what draws it while the page's own code is still under way; failures
 * show when the page asks itself.
 */
export async function readAhead(id: string): Promise<void> {
  const reading = import('../process/diagram-query.js');
  const answer = await queryClient.fetchQuery(processQuery(id));
  const editor = isEditable(answer) && import('../canvas/editor.js');
  if (answer.diagram) await queryClient.prefetchQuery((await reading).diagramQuery(id, answer.diagram));
  await editor;
}
