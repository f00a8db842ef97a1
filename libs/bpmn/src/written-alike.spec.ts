import { describe, expect, it } from '@jest/globals';
import { process } from './diagram.fixture.js';
import { lossBetween } from './round-trip-loss.js';

const losses = (before: string, after: string, local = 'bpmn:task') =>
  lossBetween(process(`<${local} ${before}/>`), process(`<${local} ${after}/>`)).total;
const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const V = 'xmlns:v="urn:v"';

/** As the BPMN 2.0 schema has them (Semantic.xsd). */
const DEFAULTS = [
  'textFormat=text/plain implementation=##WebService implementation=##unspecified isForCompensation=false',
  'startQuantity=1 completionQuantity=1 isExecutable=false isClosed=false processType=None',
  'triggeredByEvent=false cancelRemainingInstances=true isSequential=false behavior=All',
  'eventGatewayType=Exclusive instantiate=false gatewayDirection=Unspecified cancelActivity=true',
  'isInterrupting=true parallelMultiple=false isUnlimited=true isCollection=false isReference=false',
  'itemKind=Information associationDirection=None testBefore=false loopType=None waitForCompletion=true',
  'method=##Compensate minimum=0 maximum=1 expressionLanguage=http://www.w3.org/1999/XPath',
  'typeLanguage=http://www.w3.org/2001/XMLSchema mustUnderstand=false',
].flatMap((line) => line.split(' ').map((one) => one.split('=') as [name: string, value: string]));
const TRUE_OR_FALSE = [
  'isForCompensation isExecutable isClosed triggeredByEvent cancelRemainingInstances isSequential instantiate',
  'cancelActivity isInterrupting parallelMultiple isUnlimited isCollection isReference testBefore',
  'waitForCompletion mustUnderstand isImmediate isHorizontal isExpanded isMarkerVisible isMessageVisible',
  'isBold isItalic isUnderline isStrikeThrough',
].flatMap((line) => line.split(' '));

describe('Two writings of the same', () => {
  it.each(DEFAULTS)('are %s written out as %s and left out', (name, value) => {
    expect(losses(`${name}="${value}"`, '')).toBe(0);
    expect(losses(`${name}="${value}x"`, '')).toBe(1);
    expect(losses(`${V} v:${name}="${value}"`, V)).toBe(1);
  });

  it.each(TRUE_OR_FALSE)('are %s as a word and as a number', (name) => {
    expect([losses(`${name}="1"`, `${name}="true"`), losses(`${name}="0"`, `${name}=" false "`)]).toEqual([
      0, 0,
    ]);
    expect([losses(`${name}="1"`, `${name}="false"`), losses(`${name}="0"`, `${name}="true"`)]).toEqual([
      1, 1,
    ]);
  });

  it('are references with another prefix', () => {
    for (const name of [
      'bpmnElement',
      'labelStyle',
      'sourceElement',
      'targetElement',
      'choreographyActivityShape',
      'xRef',
    ]) {
      expect(losses(`${name}="a:X"`, `${name}="b:X"`)).toBe(0);
      expect(losses(`${name}="a:X"`, `${name}="X"`)).toBe(0);
      expect(losses(`${name}="a:X"`, `${name}="a:Y"`)).toBe(1);
    }
    expect(losses('other="a:X"', 'other="b:X"')).toBe(1);
    expect(losses('Ref="a:X"', 'Ref="b:X"')).toBe(1);
    expect(losses('xRefs="a:X"', 'xRefs="b:X"')).toBe(1);
  });

  it('are numbers, where the standard has them', () => {
    for (const [one, other] of [
      ['1', '1.0'],
      ['1', '+1'],
      ['100', '1e2'],
      ['0.5', '.5'],
      ['-1', '-1.00'],
      ['1', '1.'],
    ] as const)
      expect([one, other, losses(`x="${one}"`, `x="${other}"`)]).toEqual([one, other, 0]);
    for (const [one, other] of [
      ['1', '2'],
      ['1', 'x1'],
      ['1', '1x'],
      ['1', '0x1'],
      ['1', '1e'],
      ['1234567890123456', '1234567890123457'],
    ] as const)
      expect([one, other, losses(`x="${one}"`, `x="${other}"`)]).toEqual([one, other, 1]);
    expect(losses(`${V} v:x="1"`, `${V} v:x="1.0"`)).toBe(1);
    expect(losses(`${V} x="1"`, `${V} x="1.0"`, 'v:a')).toBe(1);
    expect(losses('x="1"', 'x="1.0"', 'dc:Bounds')).toBe(0);
    expect(losses('x="1"', 'x="1.0"', 'bpmndi:BPMNShape')).toBe(0);
    expect(losses('x="1"', 'x="1.0"', 'di:waypoint')).toBe(0);
  });

  it('are names with other blanks, and values with other blanks around', () => {
    expect(losses('name=" a  b "', 'name="a b"')).toBe(0);
    expect(losses('other="a  b"', 'other="a b"')).toBe(1);
    expect(losses('other=" a&#10;b "', 'other="a b"')).toBe(0);
    expect(losses('other="a&#13;&#9;b"', 'other="a  b"')).toBe(0);
    expect(losses('xml:space=" a"', 'xml:space="a"')).toBe(1);
  });

  it('are types with another prefix, and of points of a line also without', () => {
    const typed = (type: string) => `${XSI} xsi:type="${type}"`;
    expect(losses(typed('a:T'), typed('T'))).toBe(0);
    expect(losses(typed('a:T'), typed('a:U'))).toBe(1);
    expect(losses(typed('a:T'), XSI)).toBe(1);
    expect(losses(typed('a:T'), XSI, 'di:waypoint')).toBe(0);
    expect(losses(`${XSI} xsi:schemaLocation="a b"`, XSI)).toBe(0);
    expect(losses(`${XSI} xsi:nil="true"`, XSI)).toBe(1);
    expect(losses(`${XSI} xsi:nil="true"`, XSI, 'di:waypoint')).toBe(1);
  });

  it('are an expression of either kind of BPMN, and of BPMN alone', () => {
    const renamed = (one: string, other: string) =>
      lossBetween(process(`<${one} ${V}/>`), process(`<${other} ${V}/>`)).total;
    expect(renamed('bpmn:formalExpression', 'bpmn:expression')).toBe(0);
    expect(renamed('v:formalExpression', 'v:expression')).toBe(1);
  });

  it('are texts with other blanks', () => {
    const said = (one: string, other: string) =>
      lossBetween(process(`<bpmn:text>${one}</bpmn:text>`), process(`<bpmn:text>${other}</bpmn:text>`)).total;
    expect(said(' a\n  b ', 'a b')).toBe(0);
    expect(said('ab', 'a b')).toBe(1);
  });
});
