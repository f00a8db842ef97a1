import type { XmlElement } from '#bpmn';
import { randomFrom } from '../corpus/mutate.mjs';

/**
 * Copies of a diagram that mean the same, and others with one change that is known. All take the
 * `definitions` element.
 */

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const XMLNS = 'http://www.w3.org/2000/xmlns/';
const OF_THE_STANDARD = /^http:\/\/www\.omg\.org\/spec\/(BPMN|DD)\//;
const REFERENCE =
  /^(sourceRef|targetRef|default|bpmnElement|calledElement|incoming|outgoing|supports|labelStyle|sourceElement|targetElement|choreographyActivityShape|\w+Refs?)$/;

export function all(root: XmlElement): XmlElement[] {
  const found = [root];
  for (let i = 0; i < found.length; i++) found.push(...found[i]!.children);
  return found;
}

export const copyOf = (root: XmlElement): XmlElement => structuredClone(root);
export const valueOf = (element: XmlElement, local: string) =>
  element.attributes.find((one) => one.local === local && one.uri === '')?.value;
export const named = (root: XmlElement, ...locals: string[]) =>
  all(root).filter(({ uri, local }) => uri === BPMN && locals.includes(local));

/** The same in another order: elements, lane members, shapes, attributes. */
export function shuffled(root: XmlElement, seed: number): XmlElement {
  const random = randomFrom(seed);
  const mix = <T>(list: readonly T[]) =>
    list
      .map((item) => ({ item, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  const copy = copyOf(root);
  const free = new Set([
    'definitions',
    'collaboration',
    'process',
    'subProcess',
    'transaction',
    'adHocSubProcess',
    'laneSet',
    'childLaneSet',
    'lane',
    'extensionElements',
    'BPMNPlane',
    'category',
  ]);
  for (const element of all(copy)) {
    element.attributes = mix(element.attributes);
    // An editor opens the first drawing, and of two shapes for one thing the first.
    if (free.has(element.local) && OF_THE_STANDARD.test(element.uri))
      element.children = mix(element.children);
  }
  return copy;
}

/** The same with other prefixes, in qualified values too. */
export function reprefixed(root: XmlElement): XmlElement {
  const copy = copyOf(root);
  const name = (prefix: string) => (prefix === '' || prefix === 'xml' ? prefix : `z_${prefix}`);
  const declared = new Set(
    all(copy).flatMap(({ attributes }) =>
      attributes.flatMap(({ uri, prefix, local }) => (uri === XMLNS && prefix !== '' ? [local] : [])),
    ),
  );
  const value = (text: string) =>
    text.replace(
      /^(\s*)([^\s:{}/]+):([^\s:/]+)(\s*)$/,
      (whole, before: string, prefix: string, local: string, after: string) =>
        declared.has(prefix) ? `${before}${name(prefix)}:${local}${after}` : whole,
    );
  for (const element of all(copy)) {
    element.prefix = name(element.prefix);
    element.text = element.children.length === 0 ? value(element.text) : element.text;
    for (const one of element.attributes) {
      if (one.uri === XMLNS) one.local = one.prefix === '' ? one.local : name(one.local);
      else {
        one.prefix = name(one.prefix);
        if (one.local !== 'name') one.value = value(one.value);
      }
    }
  }
  return copy;
}

/** The same with another id wherever the standard has one, and everything that refers to it. */
export function renumbered(root: XmlElement, rename: (id: string) => string = (id) => `n_${id}`): XmlElement {
  const copy = copyOf(root);
  const elements = all(copy);
  const ids = new Set(
    elements
      .filter(({ uri }) => OF_THE_STANDARD.test(uri))
      .flatMap((element) => valueOf(element, 'id')?.trim() ?? []),
  );
  const renamed = (ref: string) => {
    const plain = ref.trim();
    if (ids.has(plain)) return rename(plain);
    const [, prefix, local] = /^([^:]*:)(.*)$/.exec(plain) ?? [];
    return local !== undefined && ids.has(local) ? `${prefix}${rename(local)}` : ref;
  };
  for (const element of elements) {
    if (!OF_THE_STANDARD.test(element.uri)) continue;
    for (const one of element.attributes) {
      if (one.uri !== '') continue;
      if (one.local === 'id') one.value = rename(one.value.trim());
      else if (REFERENCE.test(one.local)) one.value = renamed(one.value);
    }
    const isLink = element.local === 'source' || element.local === 'target';
    if (element.uri === BPMN && (REFERENCE.test(element.local) || isLink) && element.children.length === 0)
      element.text = renamed(element.text);
  }
  return copy;
}
