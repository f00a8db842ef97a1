import { processSubject } from '../process/subject.js';
import { queryClient } from '../query-client.js';

/**
 * Fetches a process, its drawing and what draws it while the page's own code is still under way; failures
 * show when the page asks itself.
 */
export async function readAhead(id: string): Promise<void> {
  const reading = import('../process/diagram-query.js');
  const subject = processSubject(id);
  const answer = await queryClient.fetchQuery(subject.stateQuery());
  const editor = subject.mayChange(answer) && import('../canvas/editor.js');
  if (answer.diagram)
    await queryClient.prefetchQuery((await reading).diagramQuery(subject.path(), answer.diagram));
  await editor;
}
