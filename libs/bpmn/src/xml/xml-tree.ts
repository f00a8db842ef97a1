import type { DiagramProblem } from './problem.js';
import { readStrictly } from './strict-xml.js';
import { Refused, TreeBuilder } from './tree-builder.js';
import type { Check, XmlElement } from './xml-element.js';

export type { XmlElement } from './xml-element.js';

/** Value of an attribute, by namespace ('' for one without prefix). */
export function attribute(element: XmlElement, local: string, uri = ''): string | undefined {
  for (const one of element.attributes) if (one.local === local && one.uri === uri) return one.value;
  return undefined;
}

export function childrenNamed(element: XmlElement, uri: string, local: string): XmlElement[] {
  return element.children.filter((child) => child.local === local && child.uri === uri);
}

/** All elements of a tree in the order of the file; without recursion, so depth costs no stack. */
export function elementsOf(root: XmlElement): XmlElement[] {
  const found: XmlElement[] = [];
  const stack = [root];
  for (let element = stack.pop(); element; element = stack.pop()) {
    found.push(element);
    for (let i = element.children.length - 1; i >= 0; i--) stack.push(element.children[i]!);
  }
  return found;
}

export type Parsed =
  | { ok: true; root: XmlElement; comments: number }
  | { ok: false; problem: DiagramProblem };

/** Strict XML with namespaces; stops at the first thing that is wrong. */
export function parseXml(text: string, check: Check): Parsed {
  try {
    const builder = new TreeBuilder(text, check);
    readStrictly(text, builder);
    return { ok: true, root: builder.root!, comments: builder.comments };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, problem: error.problem };
    throw error;
  }
}
