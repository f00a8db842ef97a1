import { useQuery } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProcessAnswer } from '#contract';
import type { Canvas, Loaded } from '../canvas/canvas.js';
import { openCanvas } from '../canvas/modeler.js';
import { diagramQuery, outlineOf } from '../process/diagram-query.js';
import { processPath } from '../process/queries.js';

/** Shows the drawing of a version, read only; drawn again only when another version has another drawing. */
export function useDrawing(answer: ProcessAnswer, onSelect: (ids: string[]) => void) {
  const { i18n } = useTranslation();
  const container = useRef<HTMLDivElement>(null);
  const [canvas, setCanvas] = useState<Canvas>();
  const [loaded, setLoaded] = useState<{ digest: string; result: Loaded }>();
  const select = useEffectEvent(onSelect);
  const language = i18n.language === 'en' ? 'en' : 'nl';
  const inLanguage = useEffectEvent(() => language);
  const { digest } = answer.diagram ?? {};
  const { data: xml = '', error } = useQuery({
    ...diagramQuery(processPath(answer.id), answer.diagram ?? { digest: '', version: 0 }),
    enabled: answer.diagram !== undefined,
  });

  useEffect(() => {
    let over = false;
    let opened: Canvas | undefined;
    void openCanvas(container.current!, {
      mode: 'view',
      language: inLanguage(),
      onSelect: (ids) => select(ids),
    }).then((made) => {
      if (over) return made.destroy();
      opened = made;
      setCanvas(made);
    });
    return () => {
      over = true;
      setCanvas(undefined);
      setLoaded(undefined);
      opened?.destroy();
    };
  }, []);
  useEffect(() => canvas?.speak(language), [canvas, language]);

  const outline = useMemo(() => (xml === '' ? undefined : outlineOf(xml)), [xml]);
  // Marked before there is anything to mark: the first drawing appears with its knips at once.
  const markFirst = useEffectEvent((on: Canvas) => {
    if (!loaded) on.markCut(answer);
  });
  useEffect(() => {
    if (!canvas || !digest || xml === '') return;
    let over = false;
    markFirst(canvas);
    void canvas.load(xml, { keepView: true }).then((result) => !over && setLoaded({ digest, result }));
    return () => {
      over = true;
    };
  }, [canvas, digest, xml]);

  const ready = loaded !== undefined && loaded.digest === digest;
  useEffect(() => {
    if (canvas && ready) canvas.markCut(answer);
  }, [canvas, ready, answer]);

  return { container, canvas, outline, outcome: ready ? loaded.result.outcome : undefined, error };
}
