import { BPMN } from '../../xml/namespaces.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { contentLook } from '../side/content.js';
import type { ComparedDiagram, Thing } from '../side/side.js';
import { isReference } from '../side/written.js';
import { pairByKey } from './pairs.js';
import type { Pairs } from './pairs.js';

/** What a thing refers to, with the place in the thing where it does so. */
export function* referencesOf(side: ComparedDiagram, thing: Thing): Generator<{ where: string; to: Thing }> {
  const stack: XmlElement[] = [...thing.content];
  yield* inElement(thing.element);
  for (let element = stack.pop(); element; element = stack.pop()) {
    if (element.uri !== BPMN) continue;
    yield* inElement(element);
    stack.push(...element.children);
  }

  function* inElement(element: XmlElement): Generator<{ where: string; to: Thing }> {
    for (const { uri, local, value } of element.attributes) {
      const to = (uri === '' || uri === BPMN) && isReference(local) ? side.resolve(value, thing) : undefined;
      if (to) yield { where: `${element.local}@${local}`, to };
    }
    const to =
      element !== thing.element && isReference(element.local) ? side.resolve(element.text, thing) : undefined;
    if (to) yield { where: element.local, to };
  }
}

const isDefinition = (thing: Thing) => thing.kind.role === 'definition';
const look = (thing: Thing) => `${thing.element.local} ${thing.label}`;

/**
 * Messages, signals, data objects and the like whose id changed: by what refers to them, by a name of their
 * own and by what they hold, then by name and content.
 */
export function matchDefinitions(pairs: Pairs): void {
  for (const alike of [
    (one: Thing, other: Thing) => look(one) === look(other),
    // One that got a name is the same, and so is one that lost it.
    (one: Thing, other: Thing) =>
      one.element.local === other.element.local && (one.label === '' || other.label === ''),
  ]) {
    if (pairs.openBefore(isDefinition).length === 0 || pairs.openAfter(isDefinition).length === 0) return;
    byReference(pairs, alike);
    const named = (thing: Thing) => (thing.label === '' ? undefined : look(thing));
    pairByKey(pairs, pairs.openBefore(isDefinition), pairs.openAfter(isDefinition), named, named, true);
    byContent(pairs);
    const within =
      (partner: (thing: Thing) => Thing | undefined, isBefore: boolean, side: ComparedDiagram) =>
      (thing: Thing) => {
        const around =
          thing.parent && (isBefore ? partner(thing.parent) && thing.parent : partner(thing.parent));
        return `${look(thing)} ${around?.order ?? '?'} ${contentLook(side, thing)}`;
      };
    pairByKey(
      pairs,
      pairs.openBefore(isDefinition),
      pairs.openAfter(isDefinition),
      within(pairs.afterOf, true, pairs.before),
      within(pairs.beforeOf, false, pairs.after),
      false,
    );
  }
}

/** A category without a name and the like: the one that holds the same. */
function byContent(pairs: Pairs): void {
  for (const inside of pairs.before.things) {
    const [holder, now] = [inside.parent, pairs.afterOf(inside)?.parent];
    if (holder && now && isDefinition(holder) && look(holder) === look(now)) pairs.pair(holder, now);
  }
}

function byReference(pairs: Pairs, alike: (one: Thing, other: Thing) => boolean): void {
  for (const before of pairs.before.things) {
    const after = pairs.afterOf(before);
    if (!after) continue;
    let now: Map<string, Thing> | undefined;
    for (const { where, to } of referencesOf(pairs.before, before)) {
      if (!isDefinition(to) || pairs.afterOf(to)) continue;
      now ??= new Map(
        [...referencesOf(pairs.after, after)].map((reference) => [reference.where, reference.to]),
      );
      const other = now.get(where);
      if (other && isDefinition(other) && alike(to, other)) pairs.pair(to, other);
    }
  }
}
