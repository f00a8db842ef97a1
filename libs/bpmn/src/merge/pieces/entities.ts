import { kindOf } from '../../compare/side/kinds.js';
import { BPMN_DI } from '../../xml/namespaces.js';
import { attribute } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { digestOf } from './digest.js';
import type { Source } from './source.js';

/** Of these a file has one in its place as a rule, and tools give it ids at random. */
const ONE_IN_PLACE = new Set(['laneSet', 'childLaneSet', 'collaboration', 'BPMNDiagram', 'BPMNPlane']);
const DRAWN = new Set(['BPMNDiagram', 'BPMNPlane', 'BPMNShape', 'BPMNEdge', 'BPMNLabelStyle']);

const isEntity = (element: XmlElement, atRoot: boolean) =>
  element.uri === BPMN_DI ? DRAWN.has(element.local) : kindOf(element, atRoot) !== undefined;

export const ROOT = 'definitions';

/**
 * Names for everything that is known again by itself, the same in all three files: by id where that stands
 * once in each file, shapes and edges by what they draw, else by kind, name and place. What is only part of
 * something has none.
 */
export function entityKeys(sources: Source[]): Map<XmlElement, string> {
  const severalIds = new Set(
    sources.flatMap(({ ids }) => [...ids].flatMap(([id, count]) => (count > 1 ? [id] : []))),
  );
  const several = severalInPlace(sources);
  const keys = new Map<XmlElement, string>();
  for (const { root } of sources) {
    const used = new Map<string, number>();
    keys.set(root, ROOT);
    const stack = [root];
    for (let parent = stack.pop(); parent; parent = stack.pop()) {
      for (const child of parent.children) {
        if (!isEntity(child, parent === root)) continue;
        keys.set(child, nameOf(child, parent, keys.get(parent)!, used));
        stack.push(child);
      }
    }
  }
  return keys;

  function nameOf(
    element: XmlElement,
    parent: XmlElement,
    parentKey: string,
    used: Map<string, number>,
  ): string {
    const id = attribute(element, 'id');
    if (ONE_IN_PLACE.has(element.local) && !several.has(placeKey(element, parent)))
      return numbered(`one ${short(parentKey)} ${element.local}`, used);
    const shown = drawnKey(element);
    if (element.uri === BPMN_DI && shown !== undefined && !several.has(shown)) return `drawn ${shown}`;
    if (id !== undefined && id.trim() !== '' && !severalIds.has(id)) return `#${id}`;
    return numbered(
      `in ${short(parentKey)} ${element.local} ${id ?? ''} ${attribute(element, 'name') ?? ''}`,
      used,
    );
  }
}

/** Deep nesting without ids would make keys as long as files. */
const short = (key: string) => (key.length < 300 ? key : `${key.slice(0, 40)}… ${digestOf(key)}`);

function numbered(key: string, used: Map<string, number>): string {
  const n = used.get(key) ?? 0;
  used.set(key, n + 1);
  return `${key} ${n}`;
}

function drawnKey(element: XmlElement): string | undefined {
  if (element.local !== 'BPMNShape' && element.local !== 'BPMNEdge') return undefined;
  const ref = attribute(element, 'bpmnElement')?.trim();
  return ref ? `${element.local} ${ref.replace(/^[^:]*:/, '')}` : undefined;
}

const placeKey = (element: XmlElement, parent: XmlElement) =>
  `${element.local} ${attribute(parent, 'id') ?? ''} ${parent.local}`;

/**
 * What more than one shape, edge or holder of one of the files is called by what it draws or where it stands.
 */
function severalInPlace(sources: Source[]): Set<string> {
  const several = new Set<string>();
  for (const { root } of sources) {
    const seen = new Set<string>();
    const note = (key: string) => (seen.has(key) ? several.add(key) : seen.add(key));
    const stack = [root];
    for (let parent = stack.pop(); parent; parent = stack.pop()) {
      for (const child of parent.children) {
        if (ONE_IN_PLACE.has(child.local)) note(placeKey(child, parent));
        const shown = child.uri === BPMN_DI ? drawnKey(child) : undefined;
        if (shown !== undefined) note(shown);
        if (child.children.length > 0) stack.push(child);
      }
    }
  }
  return several;
}
