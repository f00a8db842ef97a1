import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { movedIds, readDiagramText } from '#bpmn';
import type { ProcessAnswer } from '#contract';
import { diagramQuery } from '../../process/diagram-query.js';
import type { Subject } from '../../process/subject.js';

const NONE: ReadonlySet<string> = new Set();

/**
 * Ids that stand on another element in the unsaved drawing than in the saved one, by which decisions are
 * recorded. What was decided under them is not about what is on screen.
 * @param unsaved text of the drawing on the canvas; undefined where it is saved
 */
export function useMoved(
  subject: Subject,
  answer: ProcessAnswer,
  unsaved: string | undefined,
): ReadonlySet<string> {
  const { diagram } = answer;
  const { data: saved } = useQuery({
    ...diagramQuery(subject.path(), diagram ?? { digest: '', version: 0 }),
    enabled: diagram !== undefined && unsaved !== undefined,
  });
  return useMemo(() => {
    if (saved === undefined || unsaved === undefined) return NONE;
    const [before, after] = [readDiagramText(saved), readDiagramText(unsaved)];
    if (!before.ok || !after.ok) return NONE;
    const moved = movedIds(before.diagram.root, after.diagram.root);
    return new Set(moved.flatMap(({ id, now }) => (now ? [id] : [])));
  }, [saved, unsaved]);
}
