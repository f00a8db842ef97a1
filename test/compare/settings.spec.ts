import { describe, expect, it } from '@jest/globals';
import { compareDiagrams } from '#bpmn';

const file = (process: string) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:v" targetNamespace="urn:x"><process id="P">${process}</process></definitions>`;
const condition = (text: string, inside = '') =>
  file(
    `<exclusiveGateway id="G" name="Hoeveel?"/><userTask id="T" name="Toetsen"/><sequenceFlow id="F" sourceRef="G" targetRef="T"><conditionExpression>${inside}${text}</conditionExpression></sequenceFlow>`,
  );
const loop = (inside: string) =>
  file(
    `<userTask id="T" name="Toetsen"><multiInstanceLoopCharacteristics>${inside}</multiInstanceLoopCharacteristics></userTask>`,
  );
const remark = (text: string) =>
  file(
    `<userTask id="T" name="Toetsen"/><textAnnotation id="A"><text>${text}</text></textAnnotation><association id="B" sourceRef="T" targetRef="A"/>`,
  );
const VENDOR = '<extensionElements><v:x/></extensionElements>';
const VENDOR_MORE = '<extensionElements><v:x/><v:y a="1"/></extensionElements>';

/** Kind, property, and what stood and stands there, of each change. */
const told = (before: string, after: string) =>
  compareDiagrams(before, after).changes.map(({ kind, property, before: was, after: is }) => [
    kind,
    property,
    was,
    is,
  ]);

describe('A setting that changed is told', () => {
  it('by its text without the blanks around it', () => {
    expect(told(condition(' bedrag &gt; 1 '), condition('\n bedrag &gt; 2\n'))).toEqual([
      ['condition', undefined, 'bedrag > 1', 'bedrag > 2'],
    ]);
  });

  it('without a value where there was none before, or is none now', () => {
    const [none, one] = [condition(' '), condition('bedrag &gt; 1')];
    expect(compareDiagrams(none, one).changes.map(Object.keys)).toEqual([
      ['kind', 'elementId', 'elementName', 'elementType', 'after'],
    ]);
    expect(compareDiagrams(one, none).changes.map(Object.keys)).toEqual([
      ['kind', 'elementId', 'elementName', 'elementType', 'before'],
    ]);
  });

  it('by what a vendor put there, not by all that stands with it', () => {
    const more = [['extension', 'v:y', undefined, '<v:y a="1"/>']];
    expect(told(loop(VENDOR), loop(VENDOR_MORE))).toEqual(more);
    expect(told(condition('', VENDOR), condition('', VENDOR_MORE))).toEqual(more);
    expect(told(loop(VENDOR_MORE), loop(VENDOR))).toEqual([['extension', 'v:y', '<v:y a="1"/>', undefined]]);
  });

  it('once where it is the text of a remark', () => {
    expect(told(remark('Let op'), remark('Let goed op'))).toEqual([
      ['annotation', undefined, 'Let op', 'Let goed op'],
    ]);
  });
});
