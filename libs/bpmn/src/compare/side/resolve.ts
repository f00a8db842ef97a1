import { BPMN } from '../../xml/namespaces.js';
import { attribute, elementsOf } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import type { Thing } from './thing.js';

/** Finds what a reference means; a thing beside `from` where an id occurs twice. */
export function resolver(
  things: Thing[],
  byId: Map<string, Thing>,
): (ref: string, from?: Thing) => Thing | undefined {
  const beside = new Map<Thing, Map<string, Thing>>();
  for (const thing of things) {
    if (thing.unique || thing.id === undefined || !thing.parent) continue;
    const inside = beside.get(thing.parent) ?? new Map<string, Thing>();
    beside.set(thing.parent, inside);
    if (!inside.has(thing.id)) inside.set(thing.id, thing);
  }
  return (ref, from) => {
    const id = ref.trim();
    const near = beside.size > 0 && from?.parent ? beside.get(from.parent)?.get(id) : undefined;
    return near ?? byId.get(id) ?? byId.get(id.replace(/^[^:]*:/, ''));
  };
}

/** Elements with an id that are no things, found when first asked for. */
export function insides(things: Thing[]): (ref: string) => { owner: Thing; element: XmlElement } | undefined {
  let known: Map<string, { owner: Thing; element: XmlElement }> | undefined;
  return (ref) => {
    if (!known) {
      known = new Map();
      for (const owner of things) {
        for (const top of owner.content) {
          for (const element of elementsOf(top)) {
            const id = element.uri === BPMN ? attribute(element, 'id')?.trim() : undefined;
            if (id && !known.has(id)) known.set(id, { owner, element });
          }
        }
      }
    }
    return known.get(ref.trim());
  };
}
