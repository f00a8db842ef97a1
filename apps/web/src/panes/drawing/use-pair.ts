import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Loaded } from '../../canvas/canvas.js';
import type { Marked } from '../../canvas/diagram/marked.js';
import { openComparedCanvas, type ComparedCanvas } from '../../canvas/compared-canvas.js';
import { PairedViews } from '../../canvas/paired-views.js';
import type { ChangeMark } from '../../canvas/extensions/change-marks/index.js';

export type PairSide = 'before' | 'after';

/** One of the two drawings. */
export interface Sheet {
  /** What it is called, e.g. "Tekening van versie 3". */
  name: string;
  /** Undefined while it is on its way, and where there is none. */
  xml: string | undefined;
  /** Sides, undecided steps and hand-overs as they stood then. */
  cut: Marked | undefined;
  marks: readonly ChangeMark[];
}

export type Outcome = Loaded['outcome'];

/** Shows an element in both drawings, by its id in either; `look`: also brings it in the middle. */
type Show = (ids: Partial<Record<PairSide, string>>, look: boolean) => void;

const SIDES = ['before', 'after'] as const;

/**
 * Two drawings on screen that move and zoom as one.
 * @param shift how far the whole later drawing lies from the earlier one; undefined while that is not known
 * @param onSelect told what the user points at, with a way to show something
 */
export function usePair(
  sheets: Record<PairSide, Sheet>,
  shift: { dx: number; dy: number } | undefined,
  onSelect: (side: PairSide, id: string | undefined, show: Show) => void,
) {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'nl';
  const before = useRef<HTMLDivElement>(null);
  const after = useRef<HTMLDivElement>(null);
  const [canvases, setCanvases] = useState<Record<PairSide, ComparedCanvas>>();
  const views = useRef<PairedViews>(undefined);
  const begun = useRef<'left' | 'right'>(undefined);
  const looked = useRef<Partial<Record<PairSide, string>>>(undefined);
  const show: Show = (ids, look) => {
    if (look) looked.current = ids;
    if (!canvases) return;
    for (const side of SIDES) canvases[side].bringOut(ids[side]);
    if (look) views.current?.goTo(canvases.before.boundsOf(ids.before), canvases.after.boundsOf(ids.after));
  };
  const select = useEffectEvent((side: PairSide, id: string | undefined) => onSelect(side, id, show));

  useEffect(() => {
    const containers = { before: before.current!, after: after.current! };
    const open = (side: PairSide) =>
      openComparedCanvas(containers[side], {
        language,
        onSelect: (id) => select(side, id),
        onMove: () => views.current?.moved(side === 'before' ? 'left' : 'right'),
      });
    const opened = { before: open('before'), after: open('after') };
    const sizes = new ResizeObserver((changed) => {
      for (const side of SIDES)
        if (changed.some(({ target }) => target === containers[side])) opened[side].resized();
    });
    for (const side of SIDES) sizes.observe(containers[side]);
    setCanvases(opened);
    return () => {
      sizes.disconnect();
      views.current = undefined;
      begun.current = undefined;
      setCanvases(undefined);
      for (const side of SIDES) opened[side].destroy();
    };
  }, [language]);

  const outcomes = {
    before: useSheet(canvases?.before, sheets.before),
    after: useSheet(canvases?.after, sheets.after),
  };
  const drawn = { before: outcomes.before === 'drawn', after: outcomes.after === 'drawn' };
  const [dx, dy] = [shift?.dx, shift?.dy];
  useEffect(() => {
    if (!canvases || (!drawn.before && !drawn.after)) return;
    const { before: left, after: right } = canvases;
    views.current = new PairedViews(drawn.before ? left : right, drawn.after ? right : left, {
      x: dx ?? 0,
      y: dy ?? 0,
    });
    // The one that was there first has its place already; the other comes beside it.
    if (begun.current === undefined) views.current.begin((begun.current = drawn.after ? 'right' : 'left'));
    else views.current.moved(begun.current);
    // A place that was asked for before both were drawn is shown now.
    const ids = looked.current;
    if (ids) for (const side of SIDES) canvases[side].bringOut(ids[side]);
    if (ids) views.current.goTo(left.boundsOf(ids.before), right.boundsOf(ids.after));
  }, [canvases, drawn.before, drawn.after, dx, dy]);

  return {
    containers: { before, after },
    outcomes,
    drawn,
    show,
    has: (side: PairSide, id: string | undefined) => canvases?.[side].boundsOf(id) !== undefined,
    fit: () => views.current?.fit(drawn.after ? 'right' : 'left'),
    closer: () => canvases?.[drawn.after ? 'after' : 'before'].closer(),
    further: () => canvases?.[drawn.after ? 'after' : 'before'].further(),
    pictures: () => ({ before: canvases?.before.picture(), after: canvases?.after.picture() }),
  };
}

/** Shows one of the two drawings on its canvas; gives how it came out, as soon as it is drawn. */
function useSheet(canvas: ComparedCanvas | undefined, { name, xml, cut, marks }: Sheet): Outcome | undefined {
  const [loaded, setLoaded] = useState<{ on: ComparedCanvas; outcome: Outcome }>();
  useEffect(() => canvas?.name(name), [canvas, name]);
  // Marked before there is anything to mark: the drawing appears with its knips at once.
  useEffect(() => canvas?.mark(marks, cut), [canvas, marks, cut]);
  useEffect(() => {
    if (!canvas || xml === undefined) return undefined;
    let over = false;
    void canvas.load(xml).then(({ outcome }) => !over && setLoaded({ on: canvas, outcome }));
    return () => {
      over = true;
    };
  }, [canvas, xml]);
  return loaded && loaded.on === canvas ? loaded.outcome : undefined;
}

export type Pair = ReturnType<typeof usePair>;
