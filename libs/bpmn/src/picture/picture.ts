import type { Diagram } from '../check.js';
import type { Cut } from '../cut.js';
import type { Language } from '../describe-problem.js';
import { BPMN } from '../xml/namespaces.js';
import { attribute } from '../xml/xml-tree.js';
import { drawnDiagramOf } from './drawing.js';
import type { DrawnDiagram, DrawnEdge, DrawnShape } from './drawing.js';
import { paintEdge } from './edge.js';
import type { EdgeNotes } from './edge.js';
import { SCISSORS, sideMark } from './glyphs.js';
import { label, textWidth } from './label.js';
import { isContainer, paintShape } from './shape.js';
import type { ShapeSide } from './shape.js';
import { PAPER, at, round, tag, text } from './svg.js';
import { WORDS, stepWords } from './words.js';

export interface PictureOptions {
  /** Name of the process. */
  title: string;
  language: Language;
  /** IBM Plex Sans as WOFF2 in base64, to stand in the picture; absent: the machine's letters. */
  letters?: string;
}

const MARGIN = 30;
const HEAD = 56;
const FOOT = 60;

/**
 * A standalone SVG of a diagram as its file draws it, with the knip: no script, no style but the letters,
 * nothing fetched, all text escaped. Undefined where the file has no drawing. Shapes with impossible places
 * stand in a row below the rest.
 */
export function svgPicture(
  diagram: Diagram,
  cut: Cut,
  { title, language, letters }: PictureOptions,
): string | undefined {
  const drawing = drawnDiagramOf(diagram.root);
  if (!drawing) return undefined;
  const notes = notesOn(diagram, cut, drawing, language);
  const area = ({ bounds }: DrawnShape) => bounds.width * bounds.height;
  const containers = drawing.shapes
    .filter(isContainer)
    .sort((a, b) => area(b) - area(a))
    .map((shape) => paintShape(shape, notes.side(shape)));
  const edges = drawing.edges.map((edge) => paintEdge(edge, notes.edge(edge)));
  const shapes = drawing.shapes
    .filter((shape) => !isContainer(shape))
    .sort((a, b) => Number(isBoundary(a)) - Number(isBoundary(b)))
    .map((shape) => paintShape(shape, notes.side(shape)));
  const painted = [...containers, ...edges, ...shapes];
  const { x, y, width, height } = drawing.extent;
  const legend = legendOf(language);
  const whole = {
    left: x - MARGIN,
    top: y - MARGIN - HEAD,
    width: Math.max(width, legend.width, 300) + 2 * MARGIN,
    height: height + 2 * MARGIN + HEAD + FOOT,
  };
  const heading =
    label(title, {
      x,
      y: whole.top + 14,
      width: whole.width - 2 * MARGIN,
      size: 18,
      anchor: 'start',
      from: 'top',
      height: 24,
      bold: true,
    }) +
    label(WORDS[language].counts(cut), {
      x,
      y: whole.top + 42,
      width: whole.width - 2 * MARGIN,
      size: 12,
      anchor: 'start',
      from: 'top',
      height: 15,
    });
  return tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      viewBox: [whole.left, whole.top, whole.width, whole.height].map(round).join(' '),
      width: whole.width,
      height: whole.height,
      role: 'img',
      'aria-labelledby': 'title desc',
      lang: language,
      'font-family': "'IBM Plex Sans', Arial, Helvetica, sans-serif",
    },
    tag('title', { id: 'title' }, text(title)),
    tag('desc', { id: 'desc' }, text(WORDS[language].counts(cut))),
    letters === undefined ? '' : lettersInside(letters),
    tag('rect', { x: whole.left, y: whole.top, width: whole.width, height: whole.height, fill: PAPER }),
    heading,
    ...painted.map(({ body }) => body),
    ...painted.map(({ labels }) => labels),
    at(x, y + height + MARGIN + 30, legend.content),
  );
}

/** Style that brings the letters along: a picture is opened far from here, and may fetch nothing. */
export const lettersInside = (woff2: string): string =>
  tag(
    'style',
    {},
    `@font-face{font-family:'IBM Plex Sans';src:url(data:font/woff2;base64,${woff2}) format('woff2')}`,
  );

const isBoundary = ({ element }: DrawnShape) => element.local === 'boundaryEvent';

/** What the knip says of each shape and edge. */
function notesOn(
  diagram: Diagram,
  cut: Cut,
  drawing: DrawnDiagram,
  language: Language,
): { side: (shape: DrawnShape) => ShapeSide | undefined; edge: (edge: DrawnEdge) => EdgeNotes } {
  const { outline } = diagram;
  const steps = new Map(cut.steps.map((step) => [step.key, step]));
  const names = new Map(outline.steps.map((step) => [step.key, step.name || step.key]));
  const lanes = new Map(
    outline.lanes.flatMap(({ id, side }) => (id !== undefined && side ? [[id, side] as const] : [])),
  );
  const handovers = new Map(cut.handovers.map((handover) => [handover.flow, handover]));
  const guests = new Map<string, DrawnShape[]>();
  for (const guest of drawing.shapes.filter(isBoundary)) {
    const host = attribute(guest.element, 'attachedToRef')?.trim() ?? '';
    guests.set(host, [...(guests.get(host) ?? []).slice(0, 20), guest]);
  }
  const cornerTaken = ({ id, bounds }: DrawnShape) =>
    (guests.get(id) ?? []).some(
      (guest) =>
        Math.abs(guest.bounds.x + guest.bounds.width / 2 - bounds.x - bounds.width + 20) < 40 &&
        Math.abs(guest.bounds.y + guest.bounds.height / 2 - bounds.y) < 25,
    );
  const kinds = new Map(drawing.shapes.map(({ id, element }) => [id, element]));
  return {
    side: (shape) => {
      const { id, element } = shape;
      if (element.local === 'lane') {
        const side = lanes.get(id);
        return side && { side, undecided: false, words: WORDS[language][side] };
      }
      const step = steps.get(id);
      return (
        step && {
          ...(step.side && { side: step.side }),
          below: cornerTaken(shape),
          undecided: step.undecided,
          words: stepWords(step, language),
        }
      );
    },
    edge: ({ id, element }) => {
      const handover = handovers.get(id);
      const source = kinds.get(attribute(element, 'sourceRef')?.trim() ?? '');
      const said =
        handover &&
        `${WORDS[language].handover}: ${handover.before
          .slice(0, 5)
          .map((key) => names.get(key) ?? key)
          .join(', ')} → ${names.get(handover.after) ?? handover.after}`;
      return {
        ...(said && { handover: said.slice(0, 600) }),
        isDefault: source !== undefined && attribute(source, 'default')?.trim() === id,
        fromActivity: source?.uri === BPMN && /task|activity|subProcess|transaction/i.test(source.local),
      };
    },
  };
}

function legendOf(language: Language): { content: string; width: number } {
  const words = WORDS[language];
  const entries: [mark: string, words: string][] = [
    [sideMark('front', false), words.front],
    [sideMark('back', false), words.back],
    [sideMark(undefined, true), words.undecided],
    [SCISSORS, words.handover],
  ];
  let x = 12;
  const content = entries
    .map(([mark, said]) => {
      const entry = at(x, 0, mark) + label(said, { x: x + 18, y: 0, width: 300, anchor: 'start' });
      x += 18 + textWidth(said, 12) + 40;
      return entry;
    })
    .join('');
  return { content, width: x };
}
