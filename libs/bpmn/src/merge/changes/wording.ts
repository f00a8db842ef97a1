import { isEventDefinition } from '../../compare/side/kinds.js';
import { BPMN, XMLNS } from '../../xml/namespaces.js';
import { attribute, elementsOf } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { isDerived, isDrawing, namesElement, plainAttribute } from '../pieces/meaning.js';
import type { Piece } from '../pieces/piece.js';
import type { Origin } from '../pieces/source.js';
import { calledIn } from './clash.js';
import type { MergeState } from './merge-state.js';

/** What a part of an element is called in a conflict; what is inside a named part belongs to it. */
export function propertyOf(element: XmlElement, around: string | undefined): { property?: string } {
  if (element.uri === BPMN) {
    if (element.local === 'extensionElements') return {};
    if (around !== undefined) return { property: around };
    if (isEventDefinition(element)) return { property: 'eventDefinition' };
    if (element.local.endsWith('LoopCharacteristics')) return { property: 'loop' };
    return { property: element.local === 'conditionExpression' ? 'condition' : element.local };
  }
  if (isDrawing(element))
    return { property: element.local === 'BPMNLabel' ? 'label' : (around ?? element.local) };
  const name = element.prefix ? `${element.prefix}:${element.local}` : element.local;
  const called = attribute(element, 'name') ?? attribute(element, 'key');
  return { property: called ? `${name} ${called}` : name };
}

/** What a part says, in one line: its texts, what it refers to by name, and other values. */
export function summary(element: XmlElement, state: MergeState, origin: Origin): string {
  const said: string[] = [];
  for (const inner of elementsOf(element)) {
    for (const found of inner.attributes) {
      if (found.uri === XMLNS || (found.local === 'id' && inner.uri === BPMN) || found.local === 'type')
        continue;
      const value =
        (namesElement(inner, found) && calledIn(state.target(found.value), origin)) || found.value;
      said.push(namesElement(inner, found) || found.local === 'name' ? value : `${found.local}: ${value}`);
    }
    const text = inner.text.trim();
    if (text !== '') said.push(text);
  }
  const kind = isEventDefinition(element)
    ? element.local.replace('EventDefinition', '')
    : element.local.endsWith('LoopCharacteristics')
      ? element.local
      : '';
  return [kind, said.join(', ')].filter((word) => word !== '').join(': ') || element.local;
}

/** What a side did to a thing that the other removed, in one line. */
export function changesOf(state: MergeState, piece: Piece, side: Origin, lanes: Piece[] | undefined): string {
  const element = piece.elements[side]!;
  const { base } = piece.elements;
  const said: string[] = [];
  for (const found of element.attributes) {
    const before = base?.attributes.find((a) => a.uri === found.uri && a.local === found.local);
    if (
      !base ||
      found.uri === XMLNS ||
      (before && plainAttribute(base, before) === plainAttribute(element, found)) ||
      (!before && plainAttribute(element, found) === undefined)
    )
      continue;
    const value = (namesElement(element, found) && calledIn(state.target(found.value), side)) || found.value;
    said.push(found.local === 'name' ? value : `${found.local}: ${value}`);
  }
  for (const found of base?.attributes ?? []) {
    if (
      found.uri !== XMLNS &&
      plainAttribute(base!, found) !== undefined &&
      !element.attributes.some((a) => a.uri === found.uri && a.local === found.local)
    )
      said.push(`${found.local}: –`);
  }
  if (base && base.local !== element.local) said.push(element.local);
  const before = new Set(base ? base.children.map((child) => state.meanings.of(child)) : []);
  for (const child of element.children) {
    if (state.tree.keys.has(child) || isDerived(child) || before.has(state.meanings.of(child))) continue;
    said.push(summary(child, state, side));
  }
  if (lanes) said.push(lanes.map((lane) => calledIn(lane, side)).join(', '));
  if (base && piece.within.base !== piece.within[side]) said.push(`${calledIn(piece.within[side], side)}`);
  const name = calledIn(piece, side)!;
  if (said.length === 0) return name;
  return base && attribute(base, 'name') !== attribute(element, 'name')
    ? said.join(', ')
    : `${name} (${said.join(', ')})`;
}

/** A thing that needs another one: a flow by its ends, all else by its name. */
export function connects(state: MergeState, piece: Piece, side: Origin): string {
  const element = piece.elements[side]!;
  const [source, target] = ['sourceRef', 'targetRef'].map((name) => attribute(element, name));
  if (source === undefined || target === undefined) return calledIn(piece, side)!;
  return `${calledIn(state.target(source), side) ?? source} → ${calledIn(state.target(target), side) ?? target}`;
}
