import { useQueryClient } from '@tanstack/react-query';
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import type { Actor, ProcessAnswer } from '#contract';
import type { Canvas } from '../canvas/canvas.js';
import type { Standing } from '../canvas/diagram/standing.js';
import { openCanvas } from '../canvas/modeler.js';
import type { Consider } from './consequences/use-consequences.js';
import { EditingSession } from './saving/editing-session.js';
import { decidedOnCanvas } from './consequences/decided-on-canvas.js';
import { useIdsOnCanvas } from './moved-ids/use-ids-on-canvas.js';
import { useDrawnOn } from './use-drawn.js';
import { drawingNews, isUnsaved } from './saving/saving.js';
import { sessionPorts } from './saving/session-ports.js';
import { usePerson } from '../session.js';
import { diagramQuery, outlineOf } from '../process/diagram-query.js';
import { withDrawing } from '../process/live-answer.js';
import type { Drawn } from '../drawn.js';
import type { Subject } from '../process/subject.js';

/**
 * The drawing on screen, with the session that saves it. Shows what others save as soon as nothing here is
 * unsaved or in hand.
 * @param answer the newest answer of the service
 * @param editable whether the drawing can be changed
 * @param drawnBy who saved the newest drawing, where that is known
 * @param onSelect told the ids that the user selects on the canvas, and the drawing there
 * @param consider asked about every change on the canvas
 */
export function useDrawingSession(
  subject: Subject,
  answer: ProcessAnswer,
  editable: boolean,
  drawnBy: Actor | undefined,
  onSelect: (ids: string[], drawing: Drawn | undefined) => void,
  consider: Consider,
) {
  const person = usePerson();
  const { i18n } = useTranslation();
  const client = useQueryClient();
  const [session] = useState(
    () => new EditingSession(subject.id, person.id, sessionPorts(subject, outlineOf)),
  );
  const state = useSyncExternalStore(session.subscribe, () => session.state);
  const container = useRef<HTMLDivElement>(null);
  const [canvas, setCanvas] = useState<Canvas>();
  const [error, setError] = useState<unknown>();
  const drawnOn = useDrawnOn(state.drawn);
  const select = useEffectEvent((selected: string[]) => onSelect(selected, drawnOn));
  const { digest, version } = answer.diagram ?? {};
  const news = drawingNews(state.saving, answer, state.inHand);
  const comes = canvas !== undefined && session.isOpenOn(canvas) && news === 'load';
  const ids = useIdsOnCanvas(subject, answer, state.drawn?.base, session.saved, comes);
  const ask = useEffectEvent((before: Standing, after: Standing) =>
    consider(before, after, decidedOnCanvas(ids)),
  );
  const language = i18n.language === 'en' ? 'en' : 'nl';
  const inLanguage = useEffectEvent(() => language);

  useEffect(() => {
    let over = false;
    let opened: Canvas | undefined;
    const options = {
      mode: editable ? 'edit' : 'view',
      language: inLanguage(),
      onSelect: (ids: string[]) => select(ids),
      onChange: () => session.changed(),
      onInHand: (inHand: boolean) => session.takesInHand(inHand),
      consider: (before: Standing, after: Standing) => ask(before, after),
    } as const;
    openCanvas(container.current!, options).then((made) => {
      if (over) return made.destroy();
      opened = made;
      setCanvas(made);
    }, setError);
    return () => {
      over = true;
      const leaving = opened;
      setCanvas(undefined);
      if (leaving) void session.close().finally(() => leaving.destroy());
    };
  }, [session, editable]);
  useEffect(() => canvas?.speak(language), [canvas, language]);
  // Runs before React removes the page, which would lose the text in an open box.
  useLayoutEffect(() => () => canvas?.finishText(), [canvas]);

  const tellNews = useEffectEvent(() => void session.news(answer, drawnBy));
  const open = useEffectEvent((on: Canvas, xml: string | undefined) => {
    const drawing = xml === undefined ? undefined : { xml, seen: answer.version };
    if (session.isOpenOn(on)) return session.showNewer(on, drawing, answer, drawnBy);
    // Marked before there is anything to mark: the drawing appears with its knips at once.
    if (!session.state.loaded) on.markCut(answer);
    return session.open(on, drawing, answer);
  });
  // The answer changes with every decision; only another drawing, and what it means here, matters.
  useEffect(() => {
    if (!canvas) return undefined;
    let over = false;
    const show = async () => {
      if (session.isOpenOn(canvas) && news !== 'load') return tellNews();
      const drawing = digest !== undefined && version !== undefined ? { digest, version } : undefined;
      const xml = drawing && (await client.fetchQuery(diagramQuery(subject.path(), drawing)));
      if (!over) await open(canvas, xml);
    };
    show().catch((failure: unknown) => !over && setError(failure));
    return () => {
      over = true;
    };
  }, [canvas, session, client, subject, digest, version, news]);

  const live = useMemo(
    () => (state.outline ? withDrawing(ids.answer, state.outline, ids.moved) : ids.answer),
    [ids, state.outline],
  );
  const { loaded } = state;
  const drawn = loaded?.outcome === 'drawn' || loaded?.outcome === 'viewOnly';
  useEffect(() => {
    if (canvas && loaded && session.isOpenOn(canvas)) canvas.markCut(live);
  }, [canvas, session, live, loaded]);

  return {
    session,
    state,
    canvas,
    /** Where the canvas is drawn. */
    container,
    error,
    /** The answer as it would be if the drawing on the canvas were saved now. */
    live,
    /** How the ids of the saved drawing stand on the canvas. */
    ids,
    /** What is on the canvas; undefined until something is. */
    drawnOn,
    /** Whether there is something to see on the canvas. */
    drawn,
    /** Whether the drawing on the canvas can be changed. */
    changeable: editable && loaded?.outcome === 'drawn',
    unsaved: isUnsaved(state.saving),
  };
}

export type DrawingSession = ReturnType<typeof useDrawingSession>;
