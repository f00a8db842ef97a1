import { BPMN, BPMN_DI, DC, DI } from './xml/namespaces.js';
import { attribute } from './xml/xml-tree.js';
import type { XmlElement } from './xml/xml-tree.js';

/** What may stand anywhere in a file, found on one walk. */
export interface Inventory {
  /**
   * How often each id stands in the file, counted over everything the BPMN standard gives an id to; vendors'
   * own elements do not count.
   */
  ids: Map<string, number>;
  /** The ids on elements of the description itself and not of its drawing, in the order of the file. */
  described: string[];
  /** In the order of the file. */
  lanes: XmlElement[];
  shapes: XmlElement[];
}

/** Goes through a whole tree, without recursion, so depth costs no stack. */
export function inventoryOf(definitions: XmlElement): Inventory {
  const found: Inventory = { ids: new Map(), described: [], lanes: [], shapes: [] };
  const stack = [definitions];
  for (let element = stack.pop(); element; element = stack.pop()) {
    const { uri, local, children } = element;
    if (uri === BPMN || uri === BPMN_DI || uri === DI || uri === DC) {
      const id = attribute(element, 'id');
      if (id !== undefined && id.trim() !== '') {
        found.ids.set(id, (found.ids.get(id) ?? 0) + 1);
        if (uri === BPMN) found.described.push(id);
      }
      if (local === 'lane' && uri === BPMN) found.lanes.push(element);
      else if (local === 'BPMNShape' && uri === BPMN_DI) found.shapes.push(element);
    }
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i]!);
  }
  return found;
}

/** The ids that stand once in the file, on elements of the description itself and not of its drawing. */
export const properIds = ({ described, ids }: Inventory): string[] =>
  described.filter((id) => ids.get(id) === 1);
