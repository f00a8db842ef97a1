import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { idsLater } from '#bpmn';
import type { ProcessAnswer } from '#contract';
import { diagramQuery } from '../../process/diagram-query.js';
import { everythingLapsed } from '../../process/lapsed.js';
import type { Subject } from '../../process/subject.js';

/** How the ids of the saved drawing, by which decisions are recorded, stand on the canvas. */
export interface IdsOnCanvas {
  /** The newest answer of which that is known. */
  answer: ProcessAnswer;
  /** Text of the drawing that it is about; undefined where there is none. */
  saved: string | undefined;
  /** Ids that may mean other elements on the canvas: what was decided under them is not about those. */
  moved: ReadonlySet<string>;
  /** The id on the canvas of an element of the saved drawing; undefined where it is not there. */
  now(savedId: string): string | undefined;
}

/**
 * Holds the drawing on the canvas against the one that the answer is about.
 * @param base what the canvas was loaded with; undefined where nothing was
 * @param opened the saved drawing that this page works on
 * @param comes whether the drawing of the answer is about to be on the canvas
 */
export function useIdsOnCanvas(
  subject: Subject,
  answer: ProcessAnswer,
  base: string | undefined,
  opened: { xml: string; version: number } | undefined,
  comes: boolean,
): IdsOnCanvas {
  const client = useQueryClient();
  const { diagram } = answer;
  const query = diagramQuery(subject.path(), diagram ?? { digest: '', version: 0 });
  const isOpened = diagram !== undefined && opened?.version === diagram.version;
  const { data } = useQuery({
    ...query,
    enabled: diagram !== undefined && opened !== undefined && !isOpened,
  });
  // Somebody may save, or this page may: the drawing before is then at hand.
  const openedXml = isOpened ? opened.xml : undefined;
  const keep = useEffectEvent((xml: string) =>
    client.setQueryData(query.queryKey, (had: string | undefined) => had ?? xml),
  );
  useEffect(() => {
    if (openedXml !== undefined) keep(openedXml);
  }, [openedXml]);
  const saved = openedXml ?? data;
  const found = useMemo((): IdsOnCanvas | undefined => {
    if (!answer.diagram || base === undefined || saved === base)
      return { answer, saved, moved: new Set(), now: (id) => id };
    return saved === undefined ? undefined : { answer, saved, ...idsBetween(answer, idsLater(saved, base)) };
  }, [answer, saved, base]);
  const [known, setKnown] = useState(found);
  const settled = comes ? undefined : found;
  if (settled && settled !== known) setKnown(settled);
  // Before anything is on the canvas it is known.
  return settled ?? known!;
}

function idsBetween(
  answer: Pick<ProcessAnswer, 'steps' | 'handovers' | 'lapsed' | 'alsoLapsed'>,
  later: ReadonlyMap<string, string | undefined>,
): Pick<IdsOnCanvas, 'moved' | 'now'> {
  const decided = [
    ...answer.steps.map(({ id }) => id),
    ...answer.handovers.map(({ flowId }) => flowId),
    ...everythingLapsed(answer).map(({ elementId }) => elementId),
  ].filter((id) => id !== undefined);
  const taken = [...later].flatMap(([id, now]) => (now !== undefined && now !== id ? [now] : []));
  return {
    moved: new Set([...decided.filter((id) => later.get(id) !== id), ...taken]),
    now: (id) => later.get(id),
  };
}
