import { describe, expect, it } from '@jest/globals';
import { elementsOf, parseXml } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { Meanings, attributeKey, isDerived, namesElement, plainAttribute, withoutPrefix } from './meaning.js';
import { NEEDED, namesByText, neededRefs, referencesOf } from './references.js';

const NAMES =
  'xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:v="urn:v"';
function read(xml: string): XmlElement {
  const parsed = parseXml(`<definitions ${NAMES}>${xml}</definitions>`, () => undefined);
  if (!parsed.ok) throw new Error(xml);
  return parsed.root.children[0]!;
}
/** Whether two elements mean the same; `apart` names those that stand for themselves. */
function same(one: string, other: string, exact = false, apart: string[] = []): boolean {
  const [a, b] = [read(one), read(other)];
  const keys = new Map(
    [a, b]
      .flatMap(elementsOf)
      .flatMap((each) => (apart.includes(each.local) ? [[each, each.local] as const] : [])),
  );
  const meanings = new Meanings(keys, exact);
  return meanings.of(a) === meanings.of(b);
}
const plain = (xml: string, exact = false) => {
  const element = read(xml);
  return plainAttribute(element, element.attributes[0]!, exact);
};

describe('What an element means', () => {
  it('does not depend on the order of attributes, nor of BPMN, but on that of vendors and of points', () => {
    expect(same('<task a="1" b="2"/>', '<task b="2" a="1"/>')).toBe(true);
    expect(same('<task><x/><y/></task>', '<task><y/><x/></task>')).toBe(true);
    expect(same('<v:l><v:x/><v:y/></v:l>', '<v:l><v:y/><v:x/></v:l>')).toBe(false);
    for (const local of ['extensionElements', 'documentation', 'text'])
      expect(same(`<${local}><v:x/><v:y/></${local}>`, `<${local}><v:y/><v:x/></${local}>`)).toBe(false);
    const points = ['<di:waypoint x="1" y="2"/>', '<di:waypoint x="3" y="4"/>'];
    const edge = (some: string[]) => `<bpmndi:BPMNEdge>${some.join('')}</bpmndi:BPMNEdge>`;
    const shape = (some: string[]) => `<bpmndi:BPMNShape>${some.join('')}</bpmndi:BPMNShape>`;
    expect(same(edge(points), edge(points.toReversed()))).toBe(false);
    expect(same(shape(points), shape(points.toReversed()))).toBe(true);
    expect(same('<di:x><di:a/><di:b/></di:x>', '<di:x><di:b/><di:a/></di:x>')).toBe(true);
  });

  it('is its name, namespace, attributes, text and content', () => {
    for (const [one, other] of [
      ['<task/>', '<userTask/>'],
      ['<task/>', '<v:task/>'],
      ['<task a="1"/>', '<task a="2"/>'],
      ['<task a="1"/>', '<task v:a="1"/>'],
      ['<task a="1"/>', '<task/>'],
      ['<text>a</text>', '<text>b</text>'],
      ['<task><x/></task>', '<task/>'],
      ['<task><x/></task>', '<task><x/><x/></task>'],
      ['<task><x>a</x></task>', '<task><x>b</x></task>'],
    ] as const)
      expect([one, other, same(one, other)]).toEqual([one, other, false]);
    expect(same('<task a="1"><x>a</x></task>', '<task  a = "1"><x>a</x ></task>')).toBe(true);
  });

  it('leaves aside what stands for itself, and lists that follow from flows and lanes', () => {
    expect(same('<process><task/></process>', '<process/>', false, ['task'])).toBe(true);
    expect(same('<process><task/></process>', '<process/>')).toBe(false);
    for (const local of ['incoming', 'outgoing', 'flowNodeRef'])
      expect(same(`<task><${local}>F</${local}></task>`, '<task/>')).toBe(true);
    expect(same('<task><v:incoming>F</v:incoming></task>', '<task/>')).toBe(false);
  });

  it('leaves aside ids that nothing refers to', () => {
    for (const local of [
      'timerEventDefinition',
      'conditionExpression',
      'expression',
      'timeDate',
      'multiInstanceLoopCharacteristics',
      'loopCardinality',
      'completionCondition',
      'documentation',
    ]) {
      expect([local, same(`<${local} id="a"/>`, `<${local} id="b"/>`)]).toEqual([local, true]);
      expect([local, same(`<${local} id="a"/>`, `<${local} id="b"/>`, false, [local])]).toEqual([
        local,
        false,
      ]);
      expect(same(`<${local} v:id="a"/>`, `<${local} v:id="b"/>`)).toBe(false);
      expect(same(`<v:${local} id="a"/>`, `<v:${local} id="b"/>`)).toBe(false);
      expect(same(`<${local} name="a"/>`, `<${local} name="b"/>`)).toBe(false);
    }
    for (const local of ['task', 'dataInput', 'completionConditions', 'aloop'])
      expect([local, same(`<${local} id="a"/>`, `<${local} id="b"/>`)]).toEqual([local, false]);
  });

  it('counts blanks inside a text or a name only where that is asked', () => {
    expect(same('<text> a  b </text>', '<text>a b</text>')).toBe(true);
    expect(same('<text> a  b </text>', '<text>a b</text>', true)).toBe(false);
    expect(same('<text> a b </text>', '<text>a b</text>', true)).toBe(true);
    expect(same('<task name="a  b"/>', '<task name="a b"/>')).toBe(true);
    expect(same('<task name="a  b"/>', '<task name="a b"/>', true)).toBe(false);
  });
});

describe('What an attribute means', () => {
  it('is one writing for each value', () => {
    expect(plain('<task xmlns:w="urn:w"/>')).toBeUndefined();
    expect(plain('<task xsi:schemaLocation="a b"/>')).toBeUndefined();
    expect(plain('<task xsi:type="b:tX"/>')).toBe('tX');
    expect(plain('<v:task xsi:type="b:tX"/>')).toBe('tX');
    expect(plain('<di:waypoint xsi:type="b:tX"/>')).toBeUndefined();
    expect(plain('<task v:a=" x "/>')).toBe(' x ');
    expect(plain('<task sourceRef=" p:A "/>')).toBe('A');
    expect(plain('<task sourceRef=" "/>')).toBeUndefined();
    expect(plain('<bpmndi:BPMNShape bpmnElement="p:A"/>')).toBe('A');
    expect(plain('<dc:Bounds x=" 1.50 "/>')).toBe('1.5');
    expect(plain('<dc:Bounds x="-2"/>')).toBe('-2');
    expect(plain('<dc:Bounds x="+2"/>')).toBe('2');
    expect(plain('<dc:Bounds x=" 1e2 "/>')).toBe('1e2');
    expect(plain('<dc:Bounds x="a1"/>')).toBe('a1');
    expect(plain('<v:a x=" 1.0 "/>')).toBe(' 1.0 ');
    expect(plain('<task name=" a  b "/>')).toBe('a b');
    expect(plain('<task name=" "/>')).toBeUndefined();
    expect(plain('<task name=" a  b "/>', true)).toBe('a  b');
    expect(plain('<task isForCompensation="0"/>')).toBeUndefined();
    expect(plain('<task isForCompensation="1"/>')).toBe('true');
  });

  it('names an element where the standard says so', () => {
    const names = (xml: string) => {
      const element = read(xml);
      return namesElement(element, element.attributes[0]!);
    };
    expect(names('<task default="A"/>')).toBe(true);
    expect(names('<task xRef="A"/>')).toBe(true);
    expect(names('<task calledElement="A"/>')).toBe(false);
    expect(names('<task name="A"/>')).toBe(false);
    expect(names('<task v:xRef="A"/>')).toBe(false);
    expect(names('<v:task xRef="A"/>')).toBe(false);
    for (const local of [
      'bpmnElement',
      'labelStyle',
      'sourceElement',
      'targetElement',
      'choreographyActivityShape',
    ]) {
      expect(names(`<bpmndi:BPMNEdge ${local}="A"/>`)).toBe(true);
      expect(names(`<task ${local}="A"/>`)).toBe(false);
    }
    expect(names('<bpmndi:BPMNEdge xRef="A"/>')).toBe(false);
    expect(withoutPrefix(' a:b ')).toBe('b');
    expect(attributeKey(read('<task v:a="1"/>').attributes[0]!)).toBe('urn:v a');
    expect(attributeKey(read('<task a="1"/>').attributes[0]!)).toBe('a');
    expect(['incoming', 'v:incoming', 'task'].map((name) => isDerived(read(`<${name}/>`)))).toEqual([
      true,
      false,
      false,
    ]);
  });
});

describe('What a thing refers to', () => {
  const refs = (xml: string, apart: string[] = []) => {
    const element = read(xml);
    const keys = new Map(
      elementsOf(element).flatMap((each) => (apart.includes(each.local) ? [[each, ''] as const] : [])),
    );
    return referencesOf(element, keys)
      .map(({ ref, at }) => `${at} ${ref}`)
      .sort();
  };

  it('stands in its attributes and texts, and those of its parts', () => {
    expect(refs('<task default=" F "><x messageRef="M"/><resourceRef> R </resourceRef></task>')).toEqual([
      'resourceRef R',
      'task@default F',
      'x@messageRef M',
    ]);
    expect(refs('<task><incoming>F</incoming><subProcess default="G"/></task>', ['subProcess'])).toEqual([]);
    expect(
      refs(
        '<task><resourceRef> </resourceRef><resourceRef><x/>R</resourceRef><v:aRef>R</v:aRef><name>R</name></task>',
      ),
    ).toEqual([]);
    expect(namesByText(read('<sourceRef>A</sourceRef>'))).toBe(true);
  });

  it('is needed where it is an end, a host, or the data of a data association', () => {
    expect(NEEDED).toEqual(['sourceRef', 'targetRef', 'attachedToRef']);
    expect(neededRefs(read('<sequenceFlow sourceRef=" A " targetRef="B" messageRef="M"/>'))).toEqual([
      'A',
      'B',
    ]);
    expect(neededRefs(read('<boundaryEvent attachedToRef="A"/>'))).toEqual(['A']);
    expect(neededRefs(read('<v:a sourceRef="A"/>'))).toEqual([]);
    const data =
      '<sourceRef> A </sourceRef><targetRef>B</targetRef><transformation>C</transformation><v:sourceRef>D</v:sourceRef>';
    for (const local of ['dataInputAssociation', 'dataOutputAssociation'])
      expect(neededRefs(read(`<${local}>${data}</${local}>`))).toEqual(['A', 'B']);
    expect(neededRefs(read(`<task>${data}</task>`))).toEqual([]);
  });
});
