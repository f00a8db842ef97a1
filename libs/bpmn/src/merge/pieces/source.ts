import { XML, XMLNS } from '../../xml/namespaces.js';
import { elementsOf, parseXml } from '../../xml/xml-tree.js';
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
  bindings: Map<XmlElement, Bindings>;
  /** What the file declares for each prefix, anywhere. */
  declared: Map<string, Set<string>>;
  comments: number;
}

/** Throws a RangeError where the text is no XML; whatever `readDiagramText` takes is. */
export function readSource(origin: Origin, text: string): Source {
  const parsed = parseXml(text, () => undefined);
  if (!parsed.ok) throw new RangeError(`${origin} is no diagram: ${parsed.problem.code}`);
  const { root, comments } = parsed;
  const bindings = new Map<XmlElement, Bindings>();
  const declared = new Map<string, Set<string>>();
  const outermost: Bindings = new Map([['xml', XML]]);
  bindings.set(root, within(outermost, root));
  for (const element of elementsOf(root)) {
    for (const { uri, prefix, local, value } of element.attributes) {
      if (uri !== XMLNS) continue;
      const name = prefix === '' ? '' : local;
      declared.set(name, (declared.get(name) ?? new Set<string>()).add(value));
    }
    const here = bindings.get(element)!;
    for (const child of element.children) bindings.set(child, within(here, child));
  }
  return { origin, text, root, bindings, declared, comments };
}

/** What holds inside an element; the same map where it declares nothing. */
function within(around: Bindings, element: XmlElement): Bindings {
  let inside: Bindings | undefined;
  for (const { uri, prefix, local, value } of element.attributes) {
    if (uri === XMLNS) (inside ??= new Map(around)).set(prefix === '' ? '' : local, value);
  }
  return inside ?? around;
}
