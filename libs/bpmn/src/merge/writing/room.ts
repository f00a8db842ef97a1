import { BPMN, BPMN_DI, DC, DI } from '../../xml/namespaces.js';
import { spliced } from '../../xml/splice.js';
import type { Splice } from '../../xml/splice.js';
import { attribute, childrenNamed, elementsOf } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import type { InOrder } from '../changes/flows.js';
import { readSource } from '../pieces/source.js';
import { boxOf } from './boxes.js';
import { withAttribute } from './start-tag.js';

/** Between two steps that follow one another, as the editor leaves it. */
const GAP = 50;
/** What lies around others: nothing lies over it, and it grows with them. */
const AROUND = new Set(['participant', 'lane', 'group']);

/** The way that a flow goes: along x or y, forwards or backwards. */
interface Way {
  along: 'x' | 'y';
  sign: 1 | -1;
}

/** From where to where something reaches: along the way, where `to` is further on, and across it. */
interface Span {
  from: number;
  to: number;
  top: number;
  bottom: number;
}

/** A shape of one drawing. */
interface Shape {
  id: string;
  shape: XmlElement;
  kind: string;
  span: Span;
  /** What it is drawn in or on: everything that holds it in the file, and the host of a boundary event. */
  within: Set<string>;
  /** The step on whose border it is. */
  host: string | undefined;
  /** How far it goes along the way, and how far its further edge goes in addition. */
  by: number;
  grows: number;
}

/**
 * A merged diagram in which the second insertion is drawn behind the first, and nothing over either. What
 * follows makes room, and pools, lanes and sub-processes around grow, as with the space tool of the editor:
 * all that begins behind one line moves equally far, so no shape gets onto another.
 */
export function withRoom(text: string, order: InOrder): string {
  const { root } = readSource('base', text);
  const elements = new Map<string, XmlElement>();
  const within = new Map<string, Set<string>>();
  const stack: [XmlElement, Set<string>][] = [[root, new Set()]];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const [element, around] = next;
    const id = element.uri === BPMN ? idOf(element) : undefined;
    if (id !== undefined) {
      elements.set(id, element);
      within.set(id, around);
    }
    const inside = id === undefined ? around : new Set([...around, id]);
    for (const child of element.children) stack.push([child, inside]);
  }
  for (const [id, element] of elements) {
    const host = attribute(element, 'attachedToRef')?.trim();
    if (host) within.set(id, new Set([...(within.get(id) ?? []), host]));
  }
  const planes = elementsOf(root).filter(({ uri, local }) => uri === BPMN_DI && local === 'BPMNPlane');
  return spliced(
    text,
    planes.flatMap((plane) => new Room(text, plane, elements, within, order).splices()),
  );
}

const idOf = (element: XmlElement | undefined) => element && attribute(element, 'id')?.trim();
const shownBy = (element: XmlElement) => attribute(element, 'bpmnElement')?.trim() ?? '';

class Room {
  private readonly drawn: XmlElement[];
  private readonly shapes = new Map<string, Shape>();
  private readonly way: Way;
  /** The lines at which room was made, and how much. */
  private readonly cuts: { at: number; by: number }[] = [];

  constructor(
    private readonly text: string,
    plane: XmlElement,
    private readonly elements: ReadonlyMap<string, XmlElement>,
    private readonly within: ReadonlyMap<string, Set<string>>,
    private readonly order: InOrder,
  ) {
    this.drawn = elementsOf(plane).filter(({ uri }) => uri === BPMN_DI);
    this.way = this.wayOf();
    for (const shape of this.drawn) {
      const span = this.spanOf(shape);
      const id = shownBy(shape);
      const element = elements.get(id);
      if (span && shape.local === 'BPMNShape' && !this.shapes.has(id))
        this.shapes.set(id, {
          id,
          shape,
          kind: element?.local ?? '',
          span,
          within: within.get(id) ?? new Set(),
          host: element && attribute(element, 'attachedToRef')?.trim(),
          by: 0,
          grows: 0,
        });
    }
  }

  splices(): Splice[] {
    const [first, second] = [this.groupOf(this.order.first), this.groupOf(this.order.second)];
    const steps = [...first].filter(({ kind }) => kind !== 'textAnnotation');
    if (steps.length === 0 || second.size === 0) return [];
    this.place(first, second);
    this.place(second, new Set(), around(steps));
    return [...this.ofShapes(), ...this.ofLines(second)];
  }

  /** The way from one end of the flow to the other; in a lane along the lane, so that no step leaves it. */
  private wayOf(): Way {
    const boxes = this.order.between.map((id) =>
      boxOf(this.drawn.find((one) => one.local === 'BPMNShape' && shownBy(one) === id)),
    );
    const [from, to] = boxes;
    const [dx, dy] =
      from && to
        ? [to.x + to.width / 2 - from.x - from.width / 2, to.y + to.height / 2 - from.y - from.height / 2]
        : [1, 0];
    const inserted = new Set(this.order.second);
    const lane = this.drawn.find((one) => {
      const element = this.elements.get(shownBy(one));
      return (
        element?.local === 'lane' &&
        childrenNamed(element, BPMN, 'flowNodeRef').some(({ text }) => inserted.has(text.trim()))
      );
    });
    const along = lane
      ? attribute(lane, 'isHorizontal') === 'false'
        ? 'y'
        : 'x'
      : Math.abs(dy) > Math.abs(dx)
        ? 'y'
        : 'x';
    // Straight across its lane a flow goes nowhere along it.
    const far = along === 'x' ? dx : dy;
    return { along, sign: far < 0 && (!lane || -far > GAP) ? -1 : 1 };
  }

  private spanOf(shape: XmlElement): Span | undefined {
    const box = boxOf(shape);
    if (!box) return undefined;
    const { along, sign } = this.way;
    const [start, length] = along === 'x' ? [box.x, box.width] : [box.y, box.height];
    const [top, height] = along === 'x' ? [box.y, box.height] : [box.x, box.width];
    const [from, to] = sign === 1 ? [start, start + length] : [-start - length, -start];
    return { from, to, top, bottom: top + height };
  }

  /** What a side inserted, with what is in or on it, and the remarks about nothing else. */
  private groupOf(ids: string[]): Set<Shape> {
    const inserted = new Set(ids);
    const group = new Set(
      [...this.shapes.values()].filter(
        ({ id, within }) => inserted.has(id) || ids.some((each) => within.has(each)),
      ),
    );
    const about = new Map<string, string[]>();
    for (const element of this.elements.values()) {
      if (element.local !== 'association') continue;
      const [one, other] = endsOf(element);
      for (const [id, to] of [
        [one, other],
        [other, one],
      ] as const)
        about.set(id, [...(about.get(id) ?? []), to]);
    }
    for (const shape of this.shapes.values()) {
      const said = shape.kind === 'textAnnotation' ? (about.get(shape.id) ?? []) : [];
      if (said.length > 0 && said.every((id) => inserted.has(id))) group.add(shape);
    }
    return group;
  }

  /**
   * Puts a group behind what comes before it where they lie side by side, and moves on what it then covers,
   * with all that begins behind that.
   */
  private place(group: ReadonlySet<Shape>, left: ReadonlySet<Shape>, before?: Span): void {
    const own = [...group].filter((each) => this.isInTheWay(each));
    const obstacles = [...this.shapes.values()].filter(
      (each) =>
        !group.has(each) &&
        !left.has(each) &&
        this.isInTheWay(each) &&
        !own.some(({ within }) => within.has(each.id)),
    );
    const isHit = ({ span }: Shape) => own.some((each) => overlap(span, each.span));
    const was = around(own);
    const anyHit = obstacles.some(isHit);
    const goesBehind = before && across(was, before) && (anyHit || was.from < before.to);
    const far = goesBehind ? Math.max(0, before.to + GAP - was.from) : 0;
    if (far === 0 && !anyHit) return;
    for (const each of group) {
      each.span = moved(each.span, far);
      each.by += far;
    }
    const now = around(own);
    const line = far > 0 && before ? before.to : now.from;
    const hit = new Set(obstacles.filter(isHit).map(({ id }) => id));
    const others = [...this.shapes.values()].filter((each) => !group.has(each));
    // What is placed afterwards stays whole.
    const isLeft = ![...left].every(({ span }) => span.from >= line);
    // Sub-processes that show what is in them.
    const open = new Set(others.flatMap(({ kind, within }) => (kind === 'boundaryEvent' ? [] : [...within])));
    const isBehind = ({ id, span, within }: Shape) =>
      span.from >= line || hit.has(id) || [...within].some((each) => hit.has(each));
    // A boundary event stays on the border of its host, also where the line passes between the two.
    const isPushed = (each: Shape) => {
      const host = each.host === undefined ? undefined : this.shapes.get(each.host);
      if (!host) return isBehind(each);
      return isBehind(host) || (open.has(host.id) && isBehind(each));
    };
    const goes = new Set(others.filter((each) => !(isLeft && left.has(each)) && isPushed(each)));
    const holders = others.filter((each) => !goes.has(each) && this.holds(each, own, was));
    const room = Math.max(
      0,
      ...obstacles
        .filter((each) => goes.has(each) && across(each.span, now))
        .map(({ span }) => now.to + GAP - span.from),
      ...holders.map(({ span }) => now.to + GAP - span.to),
    );
    for (const each of others) {
      if (goes.has(each)) {
        each.span = moved(each.span, room);
        each.by += room;
      } else if (each.span.to > line && (AROUND.has(each.kind) || open.has(each.id))) {
        each.span = { ...each.span, to: each.span.to + room };
        each.grows += room;
      }
    }
    this.cuts.push({ at: line, by: room });
  }

  /** A boundary event goes with its host, and what lies around others lies under them. */
  private isInTheWay({ id, kind }: Shape): boolean {
    return !AROUND.has(kind) && kind !== 'boundaryEvent' && this.elements.has(id);
  }

  private holds(shape: Shape, mine: Shape[], was: Span): boolean {
    if (mine.some(({ within }) => within.has(shape.id))) return true;
    if (shape.kind !== 'participant' && shape.kind !== 'lane') return false;
    const [middle, height] = [(was.from + was.to) / 2, (was.top + was.bottom) / 2];
    const { from, to, top, bottom } = shape.span;
    return from <= middle && middle <= to && top <= height && height <= bottom;
  }

  private ofShapes(): Splice[] {
    const { along, sign } = this.way;
    return [...this.shapes.values()].flatMap(({ shape, by, grows }) => {
      const bounds = childrenNamed(shape, DC, 'Bounds')[0]!;
      const start = by * sign - (sign === -1 ? grows : 0);
      const size = along === 'x' ? 'width' : 'height';
      return [
        ...this.shifted(bounds, start),
        ...(grows === 0 ? [] : [this.written(bounds, size, numberOf(bounds, size) + grows)]),
        ...labelOf(shape).flatMap((label) => this.shifted(label, by * sign)),
      ];
    });
  }

  /** Each end of a line goes with its shape, and what is between them as far as the room that was made. */
  private ofLines(second: ReadonlySet<Shape>): Splice[] {
    const { along, sign } = this.way;
    const group = around([...second]);
    return this.drawn.flatMap((line) => {
      const points = childrenNamed(line, DI, 'waypoint');
      const element = this.elements.get(shownBy(line));
      if (line.local !== 'BPMNEdge' || points.length < 2 || !element) return [];
      const [source, target] = this.endsOf(element);
      const at = points.map((point) => numberOf(point, along) * sign);
      const ofEnd = (shape: Shape | undefined, i: number) =>
        shape && shape.grows === 0 ? shape.by : this.roomAt(at[i]!);
      const [isFrom, isTo] = [source, target].map((shape) => shape !== undefined && second.has(shape));
      const last = points.length - 1;
      const far = at.map((_, i) =>
        i === 0 ? ofEnd(source, i) : i === last ? ofEnd(target, i) : this.roomAt(at[i]!),
      );
      if (isFrom && isTo) far.fill(source!.by);
      else if (isFrom || isTo) {
        // Straight out of the shape it stays straight, and does not turn back into it.
        const inwards = isFrom ? at.map((_, i) => i) : at.map((_, i) => last - i);
        let straight = true;
        for (const i of inwards.slice(1, -1)) {
          const [dock, own] = [inwards[0]!, isFrom ? source! : target!];
          straight &&= Math.abs(at[i]! - at[dock]!) < 1;
          if (straight) far[i] = own.by;
          else if (isFrom) far[i] = Math.max(far[i]!, group.to + GAP / 2 - at[i]!);
          else far[i] = Math.min(far[i]!, group.from - GAP / 2 - at[i]!);
        }
      }
      const middle = far[Math.floor(last / 2)]!;
      return [
        ...points.flatMap((point, i) => this.shifted(point, far[i]! * sign)),
        ...labelOf(line).flatMap((label) => this.shifted(label, middle * sign)),
      ];
    });
  }

  /** The shapes that a line leads from and to; of what an activity reads or writes, the activity is one. */
  private endsOf(element: XmlElement): (Shape | undefined)[] {
    const around = [...(this.within.get(idOf(element)!) ?? [])].reverse();
    const host = element.local.startsWith('data') ? around.find((id) => this.shapes.has(id)) : undefined;
    const [source, target] = endsOf(element);
    const ids =
      element.local === 'dataInputAssociation' ? [source, host ?? target] : [host ?? source, target];
    return ids.map((id) => this.shapes.get(id));
  }

  private roomAt(at: number): number {
    return this.cuts.reduce((far, cut) => far + (at + far >= cut.at ? cut.by : 0), 0);
  }

  private shifted(element: XmlElement, by: number): Splice[] {
    const { along } = this.way;
    const to = numberOf(element, along) + by;
    return by === 0 || !Number.isFinite(to) ? [] : [this.written(element, along, to)];
  }

  private written(element: XmlElement, name: string, value: number): Splice {
    return withAttribute(this.text, element, name, String(Math.round(value * 100) / 100));
  }
}

const numberOf = (element: XmlElement, name: string) => Number(attribute(element, name) ?? 'NaN');

const labelOf = (drawn: XmlElement) =>
  childrenNamed(drawn, BPMN_DI, 'BPMNLabel').flatMap((label) =>
    childrenNamed(label, DC, 'Bounds').slice(0, 1),
  );

/** What a flow, a message flow or an association leads from and to. */
function endsOf(element: XmlElement): [string, string] {
  const end = (name: string) =>
    (attribute(element, name) ?? childrenNamed(element, BPMN, name)[0]?.text ?? '').trim();
  return [end('sourceRef'), end('targetRef')];
}

const moved = (span: Span, by: number): Span => ({ ...span, from: span.from + by, to: span.to + by });

const around = (shapes: Shape[]): Span => ({
  from: Math.min(...shapes.map(({ span }) => span.from)),
  to: Math.max(...shapes.map(({ span }) => span.to)),
  top: Math.min(...shapes.map(({ span }) => span.top)),
  bottom: Math.max(...shapes.map(({ span }) => span.bottom)),
});

const across = (one: Span, other: Span) => one.top < other.bottom && other.top < one.bottom;

const overlap = (one: Span, other: Span) => across(one, other) && one.from < other.to && other.from < one.to;
