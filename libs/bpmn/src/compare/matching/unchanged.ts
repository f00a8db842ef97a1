import { BPMN, XMLNS } from '../../xml/namespaces.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import type { Pairs } from './pairs.js';
import type { Thing } from '../side/side.js';

/**
 * Says of two things whether they are written so alike that nothing in them can differ: most of a diagram, so
 * that only the rest has to be read closely. Where an id stands for something else now, words that are alike
 * prove nothing.
 */
export function canStandUnread(pairs: Pairs): (before: Thing, after: Thing) => boolean {
  const crossed = pairs.before.things.some((thing) => {
    const same = thing.id === undefined ? undefined : pairs.after.byId.get(thing.id);
    return same !== undefined && pairs.afterOf(thing) !== same;
  });
  if (crossed) return () => false;
  return ({ element, content, name, kind }, { element: now, content: newContent, name: newName }) =>
    name === newName &&
    element.local === now.local &&
    sameAttributes(element, now, kind.role === 'edge' ? isIdOrEnd : isId) &&
    content.length === newContent.length &&
    content.every((child, i) => sameText(child, newContent[i]!));
}

/**
 * Whether two elements are the same word by word, but for attributes of which `elsewhere` says that they do
 * not count here.
 */
export function sameText(one: XmlElement, other: XmlElement, elsewhere: Elsewhere = isId): boolean {
  return (
    one.local === other.local &&
    one.uri === other.uri &&
    one.text === other.text &&
    one.children.length === other.children.length &&
    sameAttributes(one, other, elsewhere) &&
    one.children.every((child, i) => sameText(child, other.children[i]!, elsewhere))
  );
}

type XmlAttribute = XmlElement['attributes'][number];
type Elsewhere = (element: XmlElement, attribute: XmlAttribute) => boolean;

const isId = ({ uri }: XmlElement, attribute: XmlAttribute) =>
  attribute.local === 'id' && uri === BPMN && (attribute.uri === '' || attribute.uri === BPMN);
/** Where a flow leads from and to is compared by what is there. */
const isIdOrEnd = (element: XmlElement, attribute: XmlAttribute) =>
  isId(element, attribute) ||
  ((attribute.local === 'sourceRef' || attribute.local === 'targetRef') &&
    (attribute.uri === '' || attribute.uri === BPMN));

function sameAttributes(element: XmlElement, now: XmlElement, elsewhere: Elsewhere): boolean {
  const [ones, others] = [element.attributes, now.attributes];
  const inTurn =
    ones.length === others.length &&
    ones.every((one, i) => {
      const other = others[i]!;
      return (
        one.local === other.local &&
        one.uri === other.uri &&
        (one.value === other.value || elsewhere(element, one))
      );
    });
  if (inTurn) return true;
  const counting = (holder: XmlElement) =>
    holder.attributes.filter((one) => one.uri !== XMLNS && !elsewhere(holder, one));
  const [left, newLeft] = [counting(element), counting(now)];
  return (
    left.length === newLeft.length &&
    left.every(
      ({ local, uri, value }, i) =>
        local === newLeft[i]!.local && uri === newLeft[i]!.uri && value === newLeft[i]!.value,
    )
  );
}
