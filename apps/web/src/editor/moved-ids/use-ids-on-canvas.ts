import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import type { ProcessAnswer } from '#contract';
import { diagramQuery } from '../../process/diagram-query.js';
import type { Subject } from '../../process/subject.js';
import { idsBetween, type IdsBetween } from './ids-between.js';

/** How the ids of the saved drawing, by which decisions are recorded, stand on the canvas. */
export interface IdsOnCanvas extends IdsBetween {
  /** The newest answer of which that is known. */
  answer: ProcessAnswer;
  /** Text of the drawing that it is about; undefined where there is none. */
  saved: string | undefined;
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
    return saved === undefined ? undefined : { answer, saved, ...idsBetween(answer, saved, base) };
  }, [answer, saved, base]);
  const [known, setKnown] = useState(found);
  const settled = comes ? undefined : found;
  if (settled && settled !== known) setKnown(settled);
  // Before anything is on the canvas it is known.
  return settled ?? known!;
}
