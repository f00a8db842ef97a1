import { xmlAttribute, xmlText } from '../../knip-markup.js';
import { BPMN } from '../../xml/namespaces.js';
import { spliced } from '../../xml/splice.js';
import type { Splice } from '../../xml/splice.js';
import { elementsOf } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { isDerived, isDrawing, namesElement, withoutPrefix } from '../pieces/meaning.js';
import type { Attribute } from '../pieces/meaning.js';
import { namesByText } from '../pieces/references.js';
import { tokensOf } from '../writing/start-tag.js';

/** Ids by what they were: those of elements, and those of shapes and lines, which are looked for apart. */
export interface Names {
  elements: ReadonlyMap<string, string>;
  drawn: ReadonlyMap<string, string>;
}

/** Whether an attribute, or an element by its text, names an element though the standard does not say so. */
export type Naming = (element: XmlElement, attribute?: Attribute) => boolean;

/**
 * A diagram with other ids, by what they were, wherever they stand or are referred to; in the values that
 * `naming` lists as well.
 */
export function textWithIds(
  text: string,
  root: XmlElement,
  names: Names,
  naming: Naming = () => false,
): string {
  const splices: Splice[] = [];
  const toldBy = (value: string, map = names.elements) =>
    map.get(value.trim()) ?? map.get(withoutPrefix(value));
  for (const element of elementsOf(root)) {
    const standard = element.uri === BPMN || isDrawing(element);
    const told = (each: Attribute) =>
      (standard && ((each.local === 'id' && each.uri === '') || namesElement(element, each))) ||
      naming(element, each)
        ? toldBy(
            each.value,
            isDrawing(element) && each.local !== 'bpmnElement' ? names.drawn : names.elements,
          )
        : undefined;
    if (element.attributes.some((each) => told(each) !== undefined)) {
      let at = element.start + 1 + (element.prefix ? element.prefix.length + 1 : 0) + element.local.length;
      for (const { attribute, before, name, rest } of tokensOf(text, element).tokens) {
        const end = at + before.length + name.length + rest.length;
        const to = told(attribute);
        if (to !== undefined)
          splices.push({ start: at + before.length, end, text: `${name}="${xmlAttribute(to)}"` });
        at = end;
      }
    }
    const to =
      element.children.length === 0 && (naming(element) || isDerived(element) || namesByText(element))
        ? toldBy(element.text)
        : undefined;
    if (to !== undefined && !element.selfClosing)
      splices.push({ start: element.startTagEnd, end: element.endTagStart, text: xmlText(to) });
  }
  return spliced(text, splices);
}
