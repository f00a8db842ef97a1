import type { Side } from '../outline.js';
import { BPMN } from '../xml/namespaces.js';
import { attribute } from '../xml/xml-tree.js';
import type { XmlElement } from '../xml/xml-tree.js';
import type { DrawnShape } from './drawing.js';
import type { Bounds } from './geometry.js';
import { ACTIVITY_MARKERS, eventGlyph, gatewayGlyph, sideMark, taskGlyph } from './glyphs.js';
import { label, wrapped } from './label.js';
import { INK, PAPER, SIDE_COLOURS, at, path, round, tag, text } from './svg.js';

/** What the knip says of a shape; of steps and lanes only. */
export interface ShapeSide {
  side?: Side;
  undecided: boolean;
  /** The mark stands at the foot, since an event sits where it usually is. */
  below?: boolean;
  /** In words, for the shape's title. */
  words: string;
}

/** A shape drawn; `labels` come on top of everything else. */
export interface Painted {
  body: string;
  labels: string;
}

export const nameOf = (element: XmlElement) => attribute(element, 'name')?.trim() ?? '';

/** How far back a shape stands: what holds others is drawn first. */
export function isContainer({ element, expanded }: DrawnShape): boolean {
  return (
    /^(participant|lane|group)$/.test(element.local) ||
    (expanded && /subProcess|transaction|adHocSubProcess|subChoreography/.test(element.local))
  );
}

/**
 * A shape as SVG with a title for people who cannot see it, and its name apart, so that names lie on top of
 * everything.
 */
export function paintShape(shape: DrawnShape, side?: ShapeSide): Painted {
  const painted = paint(shape, side);
  const name = nameOf(shape.element).slice(0, 300);
  const title = tag(
    'title',
    {},
    text([name || shape.element.local, side?.words].filter(Boolean).join(' – ')),
  );
  return { body: tag('g', {}, title, painted.body), labels: painted.labels };
}

function paint(shape: DrawnShape, side?: ShapeSide): Painted {
  const { element, bounds } = shape;
  const kind = element.local;
  if (kind === 'participant' || kind === 'lane') return container(shape, side);
  if (kind.endsWith('Event')) return event(shape);
  if (kind.endsWith('Gateway'))
    return { body: diamond(bounds) + middle(bounds, gatewayGlyph(kind)), labels: outside(shape) };
  if (kind === 'textAnnotation') return annotation(shape);
  if (/^data(Object|Input|Output)/.test(kind)) return { body: page(bounds), labels: outside(shape) };
  if (kind.startsWith('dataStore')) return { body: cylinder(bounds), labels: outside(shape) };
  if (kind === 'group')
    return { body: rectangle(bounds, { rx: 10, 'stroke-dasharray': '10 5 2 5', fill: 'none' }), labels: '' };
  if (kind === 'message')
    return {
      body:
        rectangle(bounds) +
        path(
          `M${bounds.x} ${bounds.y}l${round(bounds.width / 2)} ${round(bounds.height / 2)}L${round(bounds.x + bounds.width)} ${bounds.y}`,
        ),
      labels: '',
    };
  return activity(shape, side);
}

const rectangle = (
  { x, y, width, height }: Bounds,
  attributes: Record<string, string | number | undefined> = {},
) => tag('rect', { x, y, width, height, fill: PAPER, stroke: INK, ...attributes });
const middle = ({ x, y, width, height }: Bounds, content: string) =>
  at(x + width / 2, y + height / 2, content);
const diamond = ({ x, y, width, height }: Bounds) =>
  path(
    `M${round(x + width / 2)} ${round(y)}L${round(x + width)} ${round(y + height / 2)}L${round(x + width / 2)} ${round(y + height)}L${round(x)} ${round(y + height / 2)}Z`,
    { fill: PAPER },
  );

/** A name below or where the file puts it. */
function outside({ element, bounds, label: place }: DrawnShape): string {
  const name = nameOf(element);
  return place
    ? label(name, {
        x: place.x + place.width / 2,
        y: place.y + place.height / 2,
        width: Math.max(place.width, 90),
        size: 11,
        rim: true,
        height: 110,
      })
    : label(name, {
        x: bounds.x + bounds.width / 2,
        y: bounds.y + bounds.height + 4,
        width: 110,
        size: 11,
        from: 'top',
        rim: true,
        height: 80,
      });
}

function activity({ element, bounds, expanded }: DrawnShape, side?: ShapeSide): Painted {
  const colours = side?.side && SIDE_COLOURS[side.side];
  const called = element.local === 'callActivity';
  const triggered = attribute(element, 'triggeredByEvent') === 'true';
  const frame = rectangle(bounds, {
    rx: 10,
    fill: expanded ? 'none' : (colours?.tint ?? PAPER),
    stroke: colours?.ink ?? INK,
    'stroke-width': called ? 4 : side ? 2 : 1.5,
    'stroke-dasharray': side?.undecided ? '6 4' : triggered ? '1 4' : undefined,
  });
  const inner =
    element.local === 'transaction'
      ? rectangle(
          {
            x: bounds.x + 4,
            y: bounds.y + 4,
            width: Math.max(1, bounds.width - 8),
            height: Math.max(1, bounds.height - 8),
          },
          { rx: 7, fill: 'none' },
        )
      : '';
  const glyph = taskGlyph(element.local);
  const sign = glyph && at(bounds.x + 15, bounds.y + 14, glyph);
  const markers = markersOf(element, expanded);
  const foot = markers
    .map((marker, i) =>
      at(
        bounds.x + bounds.width / 2 + (i - (markers.length - 1) / 2) * 20,
        bounds.y + bounds.height - 11,
        ACTIVITY_MARKERS[marker]!,
      ),
    )
    .join('');
  const mark = side
    ? at(
        bounds.x + bounds.width - (side.undecided && side.side ? 32 : 12),
        bounds.y + (side.below ? bounds.height - 3 : 3),
        sideMark(side.side, side.undecided),
      )
    : '';
  const name = expanded
    ? label(nameOf(element), {
        x: bounds.x + bounds.width / 2,
        y: bounds.y + 6,
        width: Math.max(20, bounds.width - 40),
        from: 'top',
        height: 30,
        rim: true,
      })
    : label(nameOf(element), {
        x: bounds.x + bounds.width / 2,
        y: bounds.y + bounds.height / 2 + (glyph ? 9 : 0) - (markers.length > 0 ? 7 : 0),
        width: Math.max(20, bounds.width - 10),
        height: Math.max(14, bounds.height - (glyph ? 22 : side ? 16 : 8) - (markers.length > 0 ? 20 : 0)),
      });
  return { body: frame + inner + sign + foot, labels: name + mark };
}

function markersOf(element: XmlElement, expanded: boolean): string[] {
  const loop = element.children.find(
    (child) => child.uri === BPMN && child.local.endsWith('LoopCharacteristics'),
  );
  return [
    ...(loop
      ? [
          loop.local === 'standardLoopCharacteristics'
            ? 'loop'
            : attribute(loop, 'isSequential') === 'true'
              ? 'sequential'
              : 'parallel',
        ]
      : []),
    ...(element.local === 'adHocSubProcess' ? ['adHoc'] : []),
    ...(attribute(element, 'isForCompensation') === 'true' ? ['compensation'] : []),
    ...(/subProcess|transaction|adHocSubProcess|subChoreography/.test(element.local) && !expanded
      ? ['collapsed']
      : []),
  ];
}

function event(shape: DrawnShape): Painted {
  const { element, bounds } = shape;
  const radius = Math.min(bounds.width, bounds.height) / 2;
  const start = element.local === 'startEvent';
  const end = element.local === 'endEvent';
  const dashed =
    attribute(element, start ? 'isInterrupting' : 'cancelActivity') === 'false' ? '4 3' : undefined;
  const ring = (r: number, width: number) =>
    tag('circle', { r, fill: PAPER, stroke: INK, 'stroke-width': width, 'stroke-dasharray': dashed });
  const definitions = element.children
    .filter((child) => child.uri === BPMN && child.local.endsWith('EventDefinition'))
    .map((child) => child.local);
  const kind =
    definitions.length > 1 ? 'multiple' : (definitions[0] ?? (childRefs(element) ? 'multiple' : ''));
  const body =
    ring(radius, end ? 3.5 : 1.5) +
    (start || end ? '' : ring(Math.max(1, radius - 3.5), 1.5)) +
    tag(
      'g',
      { transform: `scale(${Math.max(0.1, Math.round((radius / 18) * 100) / 100)})` },
      eventGlyph(kind, end || element.local === 'intermediateThrowEvent'),
    );
  return { body: middle(bounds, body), labels: outside(shape) };
}

const childRefs = (element: XmlElement) =>
  element.children.some((child) => child.uri === BPMN && child.local === 'eventDefinitionRef');

function container({ element, bounds, horizontal }: DrawnShape, side?: ShapeSide): Painted {
  const { x, y, width, height } = bounds;
  const empty = element.local === 'participant' && attribute(element, 'processRef') === undefined;
  const colours = side?.side && SIDE_COLOURS[side.side];
  const name = nameOf(element);
  if (empty)
    return {
      body: rectangle(bounds),
      labels: label(name, { x: x + width / 2, y: y + height / 2, width: Math.max(20, width - 10), height }),
    };
  const band: Bounds = horizontal ? { x, y, width: 30, height } : { x, y, width, height: 30 };
  const body = rectangle(bounds) + rectangle(band, { fill: colours?.tint ?? '#f2f4f6' });
  const room = (horizontal ? height : width) - (side ? 40 : 10);
  const lines = wrapped(name, Math.max(20, room), 12, 2).length;
  const labels =
    label(name, {
      x: band.x + band.width / 2,
      y: band.y + band.height / 2,
      width: Math.max(20, room),
      height: lines > 1 ? 28 : 15,
      turned: horizontal,
    }) + (side?.side ? at(band.x + 15, band.y + 16, sideMark(side.side, false)) : '');
  return { body, labels };
}

function annotation({ element, bounds }: DrawnShape): Painted {
  const words =
    element.children.find((child) => child.uri === BPMN && child.local === 'text')?.text.trim() ?? '';
  const { x, y, width, height } = bounds;
  return {
    body: path(`M${round(x + 12)} ${round(y)}H${round(x)}V${round(y + height)}H${round(x + 12)}`),
    labels: label(words, {
      x: x + 7,
      y: y + 4,
      width: Math.max(20, width - 10),
      height: Math.max(14, height - 4),
      size: 11,
      anchor: 'start',
      from: 'top',
      rim: true,
    }),
  };
}

function page({ x, y, width, height }: Bounds): string {
  const fold = Math.min(10, width / 3);
  return path(
    `M${round(x)} ${round(y)}h${round(width - fold)}l${round(fold)} ${round(fold)}v${round(height - fold)}h${round(-width)}ZM${round(x + width - fold)} ${round(y)}v${round(fold)}h${round(fold)}`,
    { fill: PAPER },
  );
}

function cylinder({ x, y, width, height }: Bounds): string {
  const r = round(width / 2);
  return path(
    `M${round(x)} ${round(y + 7)}a${r} 7 0 0 1 ${round(width)} 0v${round(Math.max(1, height - 14))}a${r} 7 0 0 1 ${round(-width)} 0ZM${round(x)} ${round(y + 7)}a${r} 7 0 0 0 ${round(width)} 0`,
    { fill: PAPER },
  );
}
