import { BPMN } from '../../xml/namespaces.js';
import { copied } from '../../keys.js';
import type { Scope } from '../../xml/xml-scope.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { canonical, inFull, isBlank, isOwn, qualified, saying, shown, tellingName } from '../side/content.js';
import type { Reading } from '../side/content.js';
import type { Thing } from '../side/side.js';
import { expanded, isReference, plainValue, scopeIn } from '../side/written.js';

/** One side of what is compared: elements of a thing, and how to read them. */
export interface Part {
  reading: Reading;
  /** The same side, ids in vendors' values left as they stand. */
  literal: Reading;
  /** The same side, prefixes in values left as they stand as well. */
  written: Reading;
  thing: Thing;
  elements: readonly XmlElement[];
  scope: Scope;
}

/** A difference of values; `property` says of what, as a path. */
export interface Difference {
  property: string;
  before?: string;
  after?: string;
  foreign: boolean;
}

/**
 * What differs between two lists of elements whose order means nothing: one difference per element. `path`
 * stands before names.
 */
export function differencesOf(before: Part, after: Part, path: string): Difference[] {
  const open = leftOver(before, after);
  const found: Difference[] = [];
  for (const [one, other] of couples(...open)) {
    const name = (other ?? one)!;
    const foreign = name.uri !== BPMN;
    const telling =
      foreign && (!one || !other || tellingName(one) === tellingName(other)) ? tellingName(name) : undefined;
    const property = `${path}${qualified(name)}${telling === undefined ? '' : `[${copied(telling)}]`}`;
    if (!one || !other)
      found.push({
        property,
        foreign,
        ...(one && { before: shown(one) }),
        ...(other && { after: shown(other) }),
      });
    else if (foreign)
      found.push(
        ...narrowed({ ...before, elements: [one] }, { ...after, elements: [other] }, path, property),
      );
    else {
      // Where the text is the same, what differs stands in the attributes.
      const show = shown(one) === shown(other) ? inFull : shown;
      found.push({ property, foreign, before: show(one), after: show(other) });
    }
  }
  return found;
}

/** The elements that have no equal on the other side. */
export function leftOver(before: Part, after: Part): [XmlElement[], XmlElement[]] {
  let [here, there] = [
    before.elements.filter((one) => !isBlank(one)),
    after.elements.filter((one) => !isBlank(one)),
  ];
  for (const kind of ['literal', 'reading', 'written'] as const) {
    if (here.length === 0 || there.length === 0) break;
    const equals = new Map<string, number>();
    for (const one of here) {
      const text = canonical(before[kind], before.thing, one, before.scope);
      equals.set(text, (equals.get(text) ?? 0) + 1);
    }
    const matched = new Map<string, number>();
    there = there.filter((one) => {
      const text = canonical(after[kind], after.thing, one, after.scope);
      const left = equals.get(text) ?? 0;
      if (left === 0) return true;
      equals.set(text, left - 1);
      matched.set(text, (matched.get(text) ?? 0) + 1);
      return false;
    });
    here = here.filter((one) => {
      const text = canonical(before[kind], before.thing, one, before.scope);
      const left = matched.get(text) ?? 0;
      if (left > 0) matched.set(text, left - 1);
      return left === 0;
    });
  }
  return [here, there];
}

/**
 * Elements that stand for one another: of one name and with the same telling name, then of one name, in their
 * order.
 */
export function couples(
  before: XmlElement[],
  after: XmlElement[],
): [XmlElement | undefined, XmlElement | undefined][] {
  const found: [XmlElement | undefined, XmlElement | undefined][] = [];
  let [here, there] = [before, after];
  for (const key of [
    (one: XmlElement) => `{${one.uri}}${one.local} ${tellingName(one) ?? ''}`,
    (one: XmlElement) => `{${one.uri}}${one.local}`,
  ]) {
    const waiting = new Map<string, XmlElement[]>();
    for (let i = there.length - 1; i >= 0; i--) {
      const alike = waiting.get(key(there[i]!));
      if (alike) alike.push(there[i]!);
      else waiting.set(key(there[i]!), [there[i]!]);
    }
    const taken = new Set<XmlElement>();
    here = here.filter((one) => {
      const other = waiting.get(key(one))?.pop();
      if (!other) return true;
      taken.add(other);
      found.push([one, other]);
      return false;
    });
    there = there.filter((one) => !taken.has(one));
  }
  return [
    ...found,
    ...here.map((one): [XmlElement, undefined] => [one, undefined]),
    ...there.map((one): [undefined, XmlElement] => [undefined, one]),
  ];
}

/**
 * Two elements of another namespace: the content of a mere holder one by one; of anything else the one place
 * that differs, or all of it.
 */
function narrowed(before: Part, after: Part, path: string, property: string): Difference[] {
  const [one, other] = [before.elements[0]!, after.elements[0]!];
  const inside = (part: Part, element: XmlElement): Part => ({
    ...part,
    elements: element.children,
    scope: scopeIn(element, part.scope),
  });
  const isHolder = (element: XmlElement) =>
    element.children.length > 0 && element.text.trim() === '' && saying(element).length === 0;
  if (isHolder(one) && isHolder(other))
    return differencesOf(inside(before, one), inside(after, other), `${path}${qualified(other)}/`);
  const whole: Difference = { property, foreign: true, before: shown(one), after: shown(other) };
  const found = attributeDifferences(before, after, one, other).map((difference) => ({
    ...difference,
    property: `${property}/@${difference.property}`,
  }));
  if (one.text.trim() !== other.text.trim())
    found.push({ property, foreign: true, before: one.text.trim(), after: other.text.trim() });
  if (one.children.length > 0 || other.children.length > 0)
    found.push(...differencesOf(inside(before, one), inside(after, other), `${property}/`));
  return found.length === 1 ? found : [whole];
}

/** Attributes of two elements that differ; ids of BPMN's own are none. */
export function attributeDifferences(
  before: Part,
  after: Part,
  one: XmlElement,
  other: XmlElement,
): Difference[] {
  const read = (part: Part, element: XmlElement) =>
    new Map(
      saying(element).flatMap((attribute) => {
        const own = element.uri === BPMN && isOwn(attribute.uri);
        if (own && attribute.local === 'id') return [];
        const plain = own
          ? plainValue(element, attribute.local, attribute.value)
          : expanded(attribute.value, scopeIn(element, part.scope));
        if (plain === undefined) return [];
        return [
          [
            `{${own ? '' : attribute.uri}}${attribute.local}`,
            {
              name: qualified(attribute),
              foreign: !own,
              plain,
              raw: attribute.value,
              // A word of BPMN's own that reads like an id is that word.
              mapped: own && !isReference(attribute.local) ? plain : part.reading.foreign(plain),
            },
          ] as const,
        ];
      }),
    );
  const [here, there] = [read(before, one), read(after, other)];
  const found: Difference[] = [];
  for (const key of new Set([...here.keys(), ...there.keys()])) {
    const [a, b] = [here.get(key), there.get(key)];
    if (a && b && (a.plain === b.plain || a.mapped === b.mapped || a.raw === b.raw)) continue;
    const { name, foreign } = (b ?? a)!;
    found.push({
      property: name,
      foreign,
      ...(a && { before: a.raw.trim() }),
      ...(b && { after: b.raw.trim() }),
    });
  }
  return found;
}
