import { BPMN } from '../../xml/namespaces.js';
import { attribute } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { isOwn, saying, shown } from '../side/content.js';
import { isEventDefinition } from '../side/kinds.js';
import { called } from '../side/side.js';
import type { ComparedDiagram, Thing } from '../side/side.js';
import { isReference } from '../side/written.js';
import type { ChangeList } from './change-list.js';
import { couples, leftOver } from './lists.js';
import type { Part } from './lists.js';
import { note, settingsOf } from './settings.js';

/**
 * Changes of what makes an event one of a timer, message, signal, error …; definitions of one sort stand for
 * one another, then the rest in their order.
 */
export function eventDefinitionChanges(list: ChangeList, before: Part, after: Part): void {
  const open = couples(...leftOver(before, after));
  const single = (side: 0 | 1) =>
    open.filter((couple) => couple[1 - side] === undefined).map((couple) => couple[side]!);
  const [here, there] = [single(0), single(1)];
  const count = Math.min(here.length, there.length);
  const pairs = [
    ...open.filter(
      (couple): couple is [XmlElement, XmlElement] => couple[0] !== undefined && couple[1] !== undefined,
    ),
    ...here.slice(0, count).map((one, i): [XmlElement, XmlElement] => [one, there[i]!]),
  ];
  for (const [one, other] of pairs) {
    if (one.local === other.local && isEventDefinition(one))
      sameSort(list, { ...before, elements: [one] }, { ...after, elements: [other] });
    else
      list.add('eventDefinition', before.thing, after.thing, {
        property: 'type',
        before: inWords(before.reading.side, before.thing, one),
        after: inWords(after.reading.side, after.thing, other),
      });
  }
  for (const one of here.slice(count))
    list.add('eventDefinition', before.thing, after.thing, {
      property: one.local,
      before: inWords(before.reading.side, before.thing, one),
    });
  for (const other of there.slice(count))
    list.add('eventDefinition', before.thing, after.thing, {
      property: other.local,
      after: inWords(after.reading.side, after.thing, other),
    });
}

const TIMES = new Set(['timeDate', 'timeDuration', 'timeCycle']);

function sameSort(list: ChangeList, before: Part, after: Part): void {
  const [one, other] = [before.elements[0]!, after.elements[0]!];
  for (const local of new Set(
    [...one.attributes, ...other.attributes]
      .filter(({ uri, local }) => isOwn(uri) && isReference(local))
      .map(({ local }) => local),
  )) {
    list.refer(
      'eventDefinition',
      local,
      [before.thing, attribute(one, local)],
      [after.thing, attribute(other, local)],
    );
  }
  const [time, newTime] = [timeOf(one), timeOf(other)];
  const changedSort = time !== undefined && newTime !== undefined && time.local !== newTime.local;
  if (changedSort)
    list.add('eventDefinition', before.thing, after.thing, {
      property: 'timer',
      before: `${time.local} ${shown(time)}`,
      after: `${newTime.local} ${shown(newTime)}`,
    });
  const rest = (element: XmlElement, part: Part): Part => ({
    ...part,
    elements: [
      changedSort
        ? { ...element, children: element.children.filter((child) => !TIMES.has(child.local)) }
        : element,
    ],
  });
  note(
    list,
    'eventDefinition',
    before.thing,
    after.thing,
    settingsOf(list, rest(one, before), rest(other, after)),
  );
}

const timeOf = (element: XmlElement) =>
  element.children.find((child) => child.uri === BPMN && TIMES.has(child.local) && child.text.trim() !== '');

/** An event definition in one line: its sort, and what it waits for or throws. */
function inWords(side: ComparedDiagram, thing: Thing, element: XmlElement): string {
  const says = saying(element).flatMap(({ uri, local, value }) => {
    if (!isOwn(uri) || local === 'id') return [];
    const named = isReference(local) ? side.resolve(value, thing) : undefined;
    return [named ? called(named) : value.trim()];
  });
  const inside = element.children
    .filter((child) => child.uri === BPMN && child.local !== 'extensionElements' && child.text.trim() !== '')
    .map((child) => child.text.trim());
  const reference = element.children.length === 0 && element.text.trim() !== '' ? [element.text.trim()] : [];
  return [element.local.replace(/EventDefinition$/, ''), ...says, ...inside, ...reference].join(' ');
}
