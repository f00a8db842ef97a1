import { BPMN, XML } from '../../xml/namespaces.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import type { ChangeKind } from './comparison.js';
import { isBlank, isOwn, qualified, saying, shown } from '../side/content.js';
import { isEventDefinition } from '../side/kinds.js';
import { shownName } from '../side/side.js';
import type { ComparedDiagram, Thing } from '../side/side.js';
import { expanded, isReference, plainValue } from '../side/written.js';
import type { ChangeList } from './change-list.js';
import { eventDefinitionChanges } from './event-changes.js';
import { differencesOf } from './lists.js';
import type { Part } from './lists.js';
import { note, settingsOf } from './settings.js';

/** Attributes that are compared elsewhere, or say nothing about the process. */
const ELSEWHERE = new Set(['id', 'name', 'exporter', 'exporterVersion']);

/**
 * What differs between two things held for the same, in what they say themselves: attributes, name and what
 * belongs to them.
 */
export function ownChanges(list: ChangeList, before: Thing, after: Thing): void {
  if (before.element.local !== after.element.local)
    list.add('typeChanged', before, after, { before: before.element.local, after: after.element.local });
  // The text of an annotation is its content; a change of what a group shows is reported for the group.
  const toldElsewhere =
    before.kind.family === 'textAnnotation' ||
    (list.pairs.before.inGroups.has(before) && list.pairs.after.inGroups.has(after));
  if (!toldElsewhere && before.name !== after.name) renamed(list, before, after);
  attributeChanges(list, before, after);
  contentChanges(list, before, after);
}

function renamed(list: ChangeList, before: Thing, after: Thing): void {
  list.add('renamed', before, after, {
    ...(before.name !== '' && { before: shownName(before) }),
    ...(after.name !== '' && { after: shownName(after) }),
  });
}

interface Written {
  local: string;
  uri: string;
  shown: string;
  name: string;
  raw: string;
}

function writtenOn(thing: Thing): Map<string, Written> {
  return new Map(
    saying(thing.element).map((attribute) => {
      const own = isOwn(attribute.uri);
      return [
        `{${own ? '' : attribute.uri}}${attribute.local}`,
        {
          local: attribute.local,
          uri: own ? '' : attribute.uri,
          shown: attribute.value.trim(),
          name: qualified(attribute),
          raw: attribute.value,
        },
      ];
    }),
  );
}

function attributeChanges(list: ChangeList, before: Thing, after: Thing): void {
  const [here, there] = [writtenOn(before), writtenOn(after)];
  const isEdge = before.kind.role === 'edge';
  for (const key of new Set([...here.keys(), ...there.keys()])) {
    const [a, b] = [here.get(key), there.get(key)];
    const { local, uri, name } = (b ?? a)!;
    if (uri !== '') {
      if (a && b && (a.raw === b.raw || sameForeign(list, before, after, a.raw, b.raw))) continue;
      list.add(uri === XML ? 'attribute' : 'extension', before, after, {
        property: name,
        ...(a && { before: a.shown }),
        ...(b && { after: b.shown }),
      });
    } else if (
      ELSEWHERE.has(local) ||
      (isEdge && (local === 'sourceRef' || local === 'targetRef')) ||
      (local === 'value' && before.kind.family === 'categoryValue') ||
      local === 'categoryValueRef'
    ) {
      continue;
    } else if (isReference(local)) {
      list.refer(
        local === 'default' ? 'defaultFlow' : 'attribute',
        local === 'default' ? undefined : local,
        [before, a?.raw],
        [after, b?.raw],
      );
    } else {
      const [one, other] = [a && ownPlain(before, local, a.raw), b && ownPlain(after, local, b.raw)];
      if (
        one === other ||
        a?.raw === b?.raw ||
        (one !== undefined &&
          other !== undefined &&
          expanded(one, before.scope) === expanded(other, after.scope))
      )
        continue;
      const kind = local === 'errorCode' || local === 'escalationCode' ? 'eventDefinition' : 'attribute';
      list.add(kind, before, after, {
        property: local,
        ...(a && { before: a.shown }),
        ...(b && { after: b.shown }),
      });
    }
  }
}

function sameForeign(list: ChangeList, before: Thing, after: Thing, one: string, other: string): boolean {
  const [a, b] = [expanded(one, before.scope), expanded(other, after.scope)];
  return a === b || list.readings.before.foreign(a) === list.readings.after.foreign(b);
}

function ownPlain(thing: Thing, local: string, raw: string): string | undefined {
  const plain = plainValue(thing.element, local, raw);
  // Without a value it is what the process is: true where it is executable (BPMN 2.0, 8.4.13).
  if (local === 'isImmediate' && plain === (executable(thing) ? 'true' : 'false')) return undefined;
  return plain;
}

function executable(thing: Thing): boolean {
  let at: Thing | undefined = thing;
  while (at && at.kind.family !== 'process') at = at.parent;
  const written = at?.element.attributes
    .find(({ uri, local }) => isOwn(uri) && local === 'isExecutable')
    ?.value.trim();
  return written === 'true' || written === '1';
}

const LOOPS = new Set(['standardLoopCharacteristics', 'multiInstanceLoopCharacteristics']);
/** A property that editors put in so that an association has something to lead to. */
const PLACEHOLDER = '__targetRef_placeholder';

function kindOfContent(element: XmlElement): ChangeKind {
  if (element.uri !== BPMN || element.local === 'extensionElements') return 'extension';
  if (isEventDefinition(element) || element.local === 'eventDefinitionRef') return 'eventDefinition';
  if (LOOPS.has(element.local)) return 'loop';
  return element.local === 'documentation'
    ? 'documentation'
    : element.local === 'conditionExpression'
      ? 'condition'
      : element.local === 'text'
        ? 'annotation'
        : 'attribute';
}

const placeholder = ({ uri, local, attributes }: XmlElement) =>
  uri === BPMN &&
  local === 'property' &&
  attributes.some(({ local, value }) => local === 'name' && value === PLACEHOLDER);

/** That property, or a reference to it. */
function isPlaceholder(side: ComparedDiagram, element: XmlElement): boolean {
  if (element.uri !== BPMN || (element.local !== 'targetRef' && element.local !== 'sourceRef'))
    return placeholder(element);
  const inside = side.insideOf(element.text);
  return inside !== undefined && placeholder(inside.element);
}

function contentChanges(list: ChangeList, before: Thing, after: Thing): void {
  if (before.content.length === 0 && after.content.length === 0) return;
  const sorted = (side: ComparedDiagram, thing: Thing) => {
    const found = new Map<ChangeKind, XmlElement[]>();
    const keep = (element: XmlElement) => {
      const kind = kindOfContent(element);
      const known = found.get(kind);
      if (known) known.push(element);
      else found.set(kind, [element]);
    };
    for (const element of thing.content) {
      if (element.uri === BPMN && element.local === 'extensionElements') element.children.forEach(keep);
      else if (!isPlaceholder(side, element)) keep(element);
    }
    return found;
  };
  const [here, there] = [sorted(list.pairs.before, before), sorted(list.pairs.after, after)];
  for (const kind of new Set([...here.keys(), ...there.keys()])) {
    const [a, b] = [
      partOf(list, before, here.get(kind) ?? [], true),
      partOf(list, after, there.get(kind) ?? [], false),
    ];
    if (kind === 'eventDefinition') eventDefinitionChanges(list, a, b);
    else if (kind === 'condition' || kind === 'loop') settingChanges(list, kind, a, b);
    else note(list, kind, before, after, differencesOf(a, b, ''));
  }
}

/** What a thing contains, as the lists are compared. */
function partOf({ readings }: ChangeList, thing: Thing, elements: XmlElement[], isBefore: boolean): Part {
  return {
    thing,
    elements,
    scope: thing.scope,
    reading: isBefore ? readings.before : readings.after,
    literal: isBefore ? readings.beforeLiteral : readings.afterLiteral,
    written: isBefore ? readings.beforeWritten : readings.afterWritten,
  };
}

/**
 * A condition or a loop: what it says, and where both sides have one of the same sort its settings one by
 * one.
 */
function settingChanges(list: ChangeList, kind: ChangeKind, before: Part, after: Part): void {
  const [one, other] = [
    before.elements.filter((element) => !isBlank(element)),
    after.elements.filter((element) => !isBlank(element)),
  ];
  if (one.length === 1 && other.length === 1 && one[0]!.local === other[0]!.local) {
    note(
      list,
      kind,
      before.thing,
      after.thing,
      settingsOf(list, { ...before, elements: one }, { ...after, elements: other }),
    );
  } else if (one.length === 1 && other.length === 1) {
    list.add(kind, before.thing, after.thing, {
      property: 'type',
      before: summary(one[0]!),
      after: summary(other[0]!),
    });
  } else {
    note(list, kind, before.thing, after.thing, differencesOf(before, after, ''));
  }
}

/** A loop in one line. */
const summary = (element: XmlElement) =>
  element.children.length === 0 && saying(element).every(({ local }) => local === 'id')
    ? element.local
    : shown(element);
