import { inventoryOf } from '../../inventory.js';
import { XML, XMLNS } from '../../xml/namespaces.js';
import { parseXml } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';

/** Which of the three diagrams a piece comes from. */
export type Origin = 'base' | 'mine' | 'theirs';
export const ORIGINS: readonly Origin[] = ['base', 'mine', 'theirs'];
export type OfThree<T> = Partial<Record<Origin, T>>;

/** Namespaces by prefix, all that hold at one place. */
export type Bindings = Map<string, string>;

/** One of the three diagrams, with what holds at each of its elements. */
export interface Source {
  origin: Origin;
  text: string;
  root: XmlElement;
  /** The namespaces that hold inside an element. */
  bindingsIn(element: XmlElement): Bindings;
  /** What the file declares for each prefix, anywhere. */
  declared: Map<string, Set<string>>;
  /** How often each id stands in the file. */
  ids: Map<string, number>;
  comments: number;
}

/** Throws a RangeError where the text is no XML; whatever `readDiagramText` takes is. */
export function readSource(origin: Origin, text: string): Source {
  const parsed = parseXml(text, () => undefined);
  if (!parsed.ok) throw new RangeError(`${origin} is no diagram: ${parsed.problem.code}`);
  const { root, comments } = parsed;
  const everywhere = within(new Map([['xml', XML]]), root);
  // Few files declare anything but in their root, so only what differs from that is kept.
  const elsewhere = new Map<XmlElement, Bindings>();
  const bindingsIn = (element: XmlElement) => elsewhere.get(element) ?? everywhere;
  const declared = new Map<string, Set<string>>();
  const stack = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    for (const { uri, prefix, local, value } of element.attributes) {
      if (uri !== XMLNS) continue;
      const name = prefix === '' ? '' : local;
      declared.set(name, (declared.get(name) ?? new Set<string>()).add(value));
    }
    const here = bindingsIn(element);
    for (let i = element.children.length - 1; i >= 0; i--) {
      const child = element.children[i]!;
      const inside = within(here, child);
      if (inside !== everywhere) elsewhere.set(child, inside);
      stack.push(child);
    }
  }
  return { origin, text, root, bindingsIn, declared, ids: inventoryOf(root).ids, comments };
}

/** What holds inside an element; the same map where it declares nothing. */
function within(around: Bindings, element: XmlElement): Bindings {
  let inside: Bindings | undefined;
  for (const { uri, prefix, local, value } of element.attributes) {
    if (uri === XMLNS) (inside ??= new Map(around)).set(prefix === '' ? '' : local, value);
  }
  return inside ?? around;
}
