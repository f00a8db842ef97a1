import { describe, expect, it } from '@jest/globals';
import { parseXml } from '../../xml/xml-tree.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import { OUTERMOST } from '../../xml/xml-scope.js';
import { isBlank, qualified, saying, shown, tellingName } from './content.js';
import { isEventDefinition, isFlowFamily, kindOf, kindred } from './kinds.js';
import { expanded, isReference, plainValue, prose, scopeIn } from './written.js';

function read(xml: string): XmlElement {
  const parsed = parseXml(
    `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:v" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">${xml}</definitions>`,
    () => undefined,
  );
  if (!parsed.ok) throw new Error(xml);
  return parsed.root.children[0]!;
}

/** As the BPMN 2.0 schema has them (Semantic.xsd). */
const DEFAULTS: [element: string, name: string, value: string][] = [
  'isForCompensation=false startQuantity=1 completionQuantity=1 cancelRemainingInstances=true ordering=Parallel',
  'associationDirection=None cancelActivity=true parallelMultiple=false loopType=None isClosed=false',
  'isCollection=false isUnlimited=true textFormat=text/plain instantiate=false eventGatewayType=Exclusive',
  'mustUnderstand=false gatewayDirection=Unspecified itemKind=Information isSequential=false behavior=All',
  'minimum=0 maximum=1 processType=None isExecutable=false testBefore=false isInterrupting=true',
  'triggeredByEvent=false method=##Compensate waitForCompletion=true implementation=##unspecified',
  'expressionLanguage=http://www.w3.org/1999/XPath typeLanguage=http://www.w3.org/2001/XMLSchema',
].flatMap((line) => line.split(' ').map((one) => ['task', ...one.split('=')] as [string, string, string]));
for (const element of ['serviceTask', 'sendTask', 'receiveTask'])
  DEFAULTS.push([element, 'implementation', '##WebService']);

describe('A value of BPMN', () => {
  it.each(DEFAULTS)('says nothing where it is the default: %s %s=%s', (element, name, value) => {
    const of = read(`<${element}/>`);
    expect(plainValue(of, name, ` ${value} `)).toBeUndefined();
    expect(plainValue(of, name, `${value}x`)).toBe(`${value}x`);
    if (value === 'true' || value === 'false') {
      expect(plainValue(of, name, value === 'true' ? '1' : '0')).toBeUndefined();
      expect(plainValue(of, name, value === 'true' ? '0' : '1')).toBe(value === 'true' ? 'false' : 'true');
    }
  });

  it('is true or false however it is written, where it is one of the two', () => {
    const of = read('<task/>');
    for (const name of ['isRequired', 'isImmediate'])
      expect(['1', '0', 'true', ''].map((value) => plainValue(of, name, value))).toEqual([
        'true',
        'false',
        'true',
        undefined,
      ]);
    expect(plainValue(of, 'startQuantity', '0')).toBe('0');
    expect(plainValue(of, 'other', '1')).toBe('1');
    expect(plainValue(read('<sendTask/>'), 'implementation', '##unspecified')).toBe('##unspecified');
  });

  it('refers to another element by its name', () => {
    for (const local of [
      'default',
      'calledElement',
      'flowNodeRef',
      'supports',
      'attachedToRef',
      'sourceRef',
      'targetRef',
      'messageRef',
      'supportedInterfaceRefs',
    ])
      expect([local, isReference(local)]).toEqual([local, true]);
    for (const local of ['name', 'Refer', 'xRefx', 'ref'])
      expect([local, isReference(local)]).toEqual([local, false]);
  });

  it('is prose without blanks that mean nothing', () => {
    expect(['a b', ' a', 'a ', 'a  b', 'a\nb', 'a\tb', '', ' '].map(prose)).toEqual([
      'a b',
      'a',
      'a',
      'a b',
      'a b',
      'a b',
      '',
      '',
    ]);
  });

  it('is a qualified name where its prefix is known', () => {
    const scope = scopeIn(read('<a xmlns:w="urn:w" xmlns="urn:d"/>'), OUTERMOST);
    const of = (value: string) => expanded(value, scope);
    expect([' w:x ', 'q:x', 'w:', ':x', 'w:x y', 'w:x:y', 'w://x', 'x'].map(of)).toEqual([
      '{urn:w}x',
      'q:x',
      'w:',
      ':x',
      'w:x y',
      'w:x:y',
      'w://x',
      'x',
    ]);
    expect(scopeIn(read('<a b="c"/>'), scope)).toBe(scope);
    expect(scopeIn(read('<a xmlns:w="urn:other"/>'), scope).own.get('w')).toBe('urn:other');
    expect(scope.own.get('')).toBe('urn:d');
  });
});

describe('An element', () => {
  it('is blank where it says something by its content alone and has none', () => {
    for (const local of [
      'documentation',
      'text',
      'extensionElements',
      'conditionExpression',
      'condition',
      'script',
      'timeDate',
      'timeDuration',
      'timeCycle',
      'loopCondition',
      'loopCardinality',
      'completionCondition',
      'activationCondition',
      'rendering',
      'auditing',
      'monitoring',
      'transformation',
    ]) {
      expect([local, isBlank(read(`<${local}/>`))]).toEqual([local, true]);
      expect(isBlank(read(`<${local} id="x" textFormat="y"> </${local}>`))).toBe(true);
      for (const said of [
        `<${local}>x</${local}>`,
        `<${local} a="1"/>`,
        `<${local} v:id="1"/>`,
        `<${local}><x/></${local}>`,
        `<v:${local}/>`,
      ])
        expect([said, isBlank(read(said))]).toEqual([said, false]);
    }
    expect(isBlank(read('<standardLoopCharacteristics/>'))).toBe(false);
  });

  it('is told apart by the first of its names', () => {
    const names = ['name', 'key', 'id', 'source', 'target', 'type', 'event', 'for'];
    names.forEach((name, i) => {
      const later = names
        .slice(i)
        .toReversed()
        .map((each) => `${each}=" ${each}1 "`)
        .join(' ');
      expect(tellingName(read(`<v:a ${later}/>`))).toBe(`${name}1`);
    });
    expect(tellingName(read('<v:a b="1" v:name="2"/>'))).toBeUndefined();
  });

  it('says all but namespaces and where the schema is', () => {
    const says = (xml: string) => saying(read(xml)).map(({ local }) => local);
    expect(says('<v:a xmlns:w="urn:w" b="1" xsi:type="t" xsi:nil="true"/>')).toEqual(['b', 'type']);
    expect(says('<a xsi:type="t" v:type="u" type="w"/>')).toEqual(['type', 'type']);
  });

  it('is shown as its text, or as short XML', () => {
    expect(shown(read('<a> x </a>'))).toBe('x');
    expect(shown(read('<a id="1"> x </a>'))).toBe('x');
    expect(shown(read('<a b="1"> x </a>'))).toBe('x');
    expect(shown(read('<a v:b="1">x</a>'))).toBe('<a v:b="1">x</a>');
    expect(shown(read('<v:a b="1">x</v:a>'))).toBe('<v:a b="1">x</v:a>');
    expect(shown(read('<v:a id="1">x</v:a>'))).toBe('x');
    expect(shown(read('<a id="1" b="&lt;"/>'))).toBe('<a b="&lt;"/>');
    expect(shown(read('<v:a id="1"/>'))).toBe('<v:a id="1"/>');
    expect(shown(read('<a><b>x &amp; y</b><v:c/></a>'))).toBe('<a><b>x &amp; y</b><v:c/></a>');
    const names = read('<v:a xml:lang="nl" v:b="1" c="2"/>');
    expect([qualified(names), ...names.attributes.map(qualified), qualified(read('<a/>'))]).toEqual([
      'v:a',
      'xml:lang',
      'v:b',
      'c',
      'a',
    ]);
  });
});

describe('The kind of an element', () => {
  const KINDS: Record<string, string> = {
    'node activity':
      'task userTask manualTask serviceTask scriptTask businessRuleTask sendTask receiveTask callActivity subProcess transaction adHocSubProcess choreographyTask subChoreography callChoreography',
    'node event':
      'startEvent endEvent boundaryEvent intermediateCatchEvent intermediateThrowEvent implicitThrowEvent event',
    'node gateway': 'exclusiveGateway inclusiveGateway parallelGateway complexGateway eventBasedGateway',
    'node data': 'dataObjectReference dataStoreReference',
    'node conversation': 'conversation subConversation callConversation',
    'container collaboration': 'collaboration choreography globalConversation globalChoreographyTask',
    'container laneSet': 'laneSet childLaneSet',
    'definition globalTask':
      'globalTask globalUserTask globalManualTask globalScriptTask globalBusinessRuleTask',
    'definition eventDefinition': 'timerEventDefinition messageEventDefinition',
  };
  for (const own of ['textAnnotation', 'group', 'participant']) KINDS[`node ${own}`] = own;
  for (const own of [
    'sequenceFlow',
    'messageFlow',
    'association',
    'dataInputAssociation',
    'dataOutputAssociation',
    'conversationLink',
  ])
    KINDS[`edge ${own}`] = own;
  for (const own of ['process', 'lane']) KINDS[`container ${own}`] = own;
  for (const own of 'message signal error escalation dataObject dataStore category categoryValue itemDefinition interface operation resource partnerEntity partnerRole endPoint correlationProperty correlationKey import extension relationship'.split(
    ' ',
  ))
    KINDS[`definition ${own}`] = own;
  const at = (xml: string, atRoot: boolean) => {
    const kind = kindOf(read(xml), atRoot);
    return kind && `${kind.role} ${kind.family}`;
  };

  it.each(Object.entries(KINDS))('is %s: %s', (kind, locals) => {
    for (const local of locals.split(' ')) {
      expect([local, at(`<${local}/>`, true)]).toEqual([local, kind]);
      expect(at(`<v:${local}/>`, true)).toBeUndefined();
    }
    expect(kindOf(read(`<${locals.split(' ')[0]}/>`), true)).toMatchObject({
      forth: `>${kind.split(' ')[1]}`,
      back: `<${kind.split(' ')[1]}`,
    });
  });

  it('is none for what is only part of something', () => {
    expect(['documentation', 'ioSpecification', 'incoming'].map((local) => at(`<${local}/>`, true))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(['timerEventDefinition', 'extension', 'import'].map((local) => at(`<${local}/>`, false))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect([
      isEventDefinition(read('<timerEventDefinition/>')),
      isEventDefinition(read('<v:timerEventDefinition/>')),
      isEventDefinition(read('<task/>')),
    ]).toEqual([true, false, false]);
  });

  it('may become another among steps, events and gateways, and within a family', () => {
    const kin = (one: string, other: string) =>
      kindred(kindOf(read(`<${one}/>`), true)!, kindOf(read(`<${other}/>`), true)!);
    expect([
      kin('task', 'startEvent'),
      kin('startEvent', 'exclusiveGateway'),
      kin('exclusiveGateway', 'task'),
    ]).toEqual([true, true, true]);
    expect([
      kin('task', 'userTask'),
      kin('message', 'message'),
      kin('message', 'signal'),
      kin('task', 'group'),
      kin('group', 'task'),
    ]).toEqual([true, true, false, false, false]);
    expect(['activity', 'event', 'gateway', 'data'].map(isFlowFamily)).toEqual([true, true, true, false]);
  });
});
