import { describe, expect, it } from '@jest/globals';
import { readDiagram } from './check.js';
import { describeProblem } from './describe-problem.js';
import { accepted, definitions, process, task } from './diagram.fixture.js';
import { MAX_DIAGRAM_BYTES } from './xml/limits.js';

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));
const utf16 = (text: string, little: boolean, mark: boolean) =>
  Uint8Array.from(
    `${mark ? '\ufeff' : ''}${text}`.split('').flatMap((c) => {
      const [high, low] = [c.charCodeAt(0) >> 8, c.charCodeAt(0) & 255];
      return little ? [low, high] : [high, low];
    }),
  );
const problem = (bytes: Uint8Array | string) => {
  const reading = readDiagram(typeof bytes === 'string' ? utf8(bytes) : bytes);
  return reading.ok ? undefined : reading.problems[0];
};
const declared = (encoding: string, name: string) =>
  process(task('T').replace('name="T"', `name="${name}"`)).replace('UTF-8', encoding);
const nameIn = (bytes: Uint8Array) => accepted(bytes).outline.steps[0]?.name;

describe('A file in another encoding', () => {
  it.each([
    ['UTF-8', utf8(declared('UTF-8', 'één'))],
    ['UTF-8 with byte order mark', utf8(`\ufeff${declared('UTF-8', 'één')}`)],
    ['UTF-16 LE with mark', utf16(declared('UTF-16', 'één'), true, true)],
    ['UTF-16 BE with mark', utf16(declared('UTF-16', 'één'), false, true)],
    ['UTF-16 LE without mark', utf16(declared('UTF-16LE', 'één'), true, false)],
    ['UTF-16 BE without mark', utf16(declared('UTF-16', 'één'), false, false)],
    ['ISO-8859-1', latin(declared('ISO-8859-1', 'één'))],
    ['windows-1252', latin(declared('windows-1252', 'één'))],
    ['ISO-8859-15', latin(declared('ISO-8859-15', 'één'))],
  ])('is read by its declaration: %s', (_name, bytes) => {
    expect(nameIn(bytes)).toBe('één');
  });

  it('tells ISO-8859-1 from windows-1252', () => {
    expect(nameIn(latin(declared('ISO-8859-1', '\u0080')))).toBe('\u0080');
    expect(nameIn(latin(declared('windows-1252', '\u0080')))).toBe('€');
  });

  it.each([
    ['UTF-16 said, UTF-8 sent', utf8(declared('UTF-16', 'x')), 'encodingContradiction'],
    ['UTF-8 said, UTF-16 sent', utf16(declared('UTF-8', 'x'), true, true), 'encodingContradiction'],
    [
      'UTF-16 without mark and declaration',
      utf16(process(task('T')).replace(' encoding="UTF-8"', ''), true, false),
      'encodingContradiction',
    ],
    ['latin bytes in UTF-8', latin(declared('UTF-8', 'één')), 'invalidBytes'],
    ['accents in US-ASCII', latin(declared('US-ASCII', 'één')), 'invalidBytes'],
    ['an encoding nobody knows', utf8(declared('KLINGON', 'x')), 'unknownEncoding'],
    ['an encoding that can hide markup', utf8(declared('UTF-7', 'x')), 'unknownEncoding'],
    [
      'a file cut inside a character',
      utf8(declared('UTF-8', 'é')).slice(0, utf8(declared('UTF-8', 'é')).indexOf(0xc3) + 1),
      'truncated',
    ],
  ])('is refused: %s', (_name, bytes, code) => {
    expect(problem(bytes)?.code).toBe(code);
  });
});

describe('A file that is no BPMN', () => {
  it.each([
    ['', 'empty'],
    [' \n\t', 'empty'],
    ['\ufeff', 'empty'],
    ['{"a":1}', 'json'],
    ['[1]', 'json'],
    ['%PDF-1.7', 'pdf'],
    ['PK\u0003\u0004', 'zip'],
    ['hello', 'notXml'],
    ['<html xmlns="http://www.w3.org/1999/xhtml"/>', 'notBpmn'],
    ['<svg xmlns="http://www.w3.org/2000/svg"/>', 'notBpmn'],
    ['<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/"/>', 'notBpmn'],
    ['<definitions/>', 'notBpmn'],
    ['<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL "/>', 'notBpmn'],
    ['<process xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>', 'fragment'],
    ['<subProcess xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="S"/>', 'fragment'],
    ['<b:lane xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" id="L"/>', 'fragment'],
    ['<d:BPMNShape xmlns:d="http://www.omg.org/spec/BPMN/20100524/DI" id="S"/>', 'fragment'],
    ['<d:Bounds xmlns:d="http://www.omg.org/spec/DD/20100524/DC"/>', 'fragment'],
    ['<!DOCTYPE d [<!ENTITY a "b">]><d/>', 'doctype'],
    ['<?xml version="1.0"?><!-- x --><!DOCTYPE d', 'doctype'],
    ['<!doctype html><html>', 'doctype'],
    [process('&nbsp;'), 'entity'],
    [process('&#0;'), 'entity'],
    [process('&#1;').replace('1.0', '1.1'), 'entity'],
    [process('<a></b>'), 'mismatchedTag'],
    [process('<a b="" b=""/>'), 'duplicateAttribute'],
    [process('<a xmlns:p="u" xmlns:q="u" p:b="" q:b=""/>'), 'duplicateAttribute'],
    [process('<x:a/>'), 'unboundPrefix'],
    [process('<a b=c/>'), 'notWellFormed'],
    [process('').slice(0, -30), 'truncated'],
    [process('\u0000'), 'nulBytes'],
    [process('\u0008'), 'controlCharacter'],
    [process('<a>'.repeat(300) + '</a>'.repeat(300)), 'tooDeep'],
    [process(`<a ${Array.from({ length: 300 }, (_, i) => `a${i}=""`).join(' ')}/>`), 'tooManyAttributes'],
    [process('<a b=""/>'.repeat(260_000)), 'tooManyParts'],
    [process('<bpmn:task/>'.repeat(20_001)), 'tooManyFlowNodes'],
    ['x'.repeat(MAX_DIAGRAM_BYTES + 1), 'tooLarge'],
  ])('is refused by name: %.40s… is %s', (text, code) => {
    const found = problem(text);
    expect(found?.code).toBe(code);
    for (const language of ['nl', 'en'] as const)
      expect(describeProblem(found!, language)).not.toMatch(/undefined|NaN/);
  });

  it('is taken with exactly as many flow nodes as are allowed', () =>
    expect(problem(process('<bpmn:task/>'.repeat(20_000)))).toBeUndefined());

  it('is called a fragment where "definitions" alone is missing, and by its kind where it is another language', () => {
    const told = (text: string) => describeProblem(problem(text)!, 'nl');
    expect(told('<subProcess xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="S"/>')).toMatch(
      /Dit is een fragment van BPMN 2\.0: het begint met "subProcess"/,
    );
    expect(told('<definitions xmlns="http://schema.omg.org/spec/BPMN/2.0"/>')).toMatch(/Dit is BPMN beta/);
  });

  it('is not quoted at length', () => {
    const long = process(`<${'x'.repeat(100_000)}></y>`);
    expect(describeProblem(problem(long)!, 'nl').length).toBeLessThan(500);
  });

  it('names the line', () => {
    expect(problem(process('\n\n&x;'))).toMatchObject({ code: 'entity', line: 5 });
    expect(describeProblem(problem(process('\n\n&x;'))!, 'nl')).toMatch(/^Regel 5: /);
  });
});

describe('A file that is valid but unusual', () => {
  it('is accepted with any prefix or none', () => {
    const other = process(task('T')).replaceAll('bpmn:', 'q:').replace('xmlns:bpmn=', 'xmlns:q=');
    expect(accepted(other).outline.steps).toHaveLength(1);
    const none =
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process><task id="T"/></process></definitions>';
    expect(accepted(none).outline.steps).toHaveLength(1);
  });

  it('is accepted with a warning where a reference, an id or a coordinate is wrong', () => {
    const file = process(
      `${task('a b')}${task('x')}${task('x')}<bpmn:task/>${'<bpmn:sequenceFlow sourceRef="x" targetRef="gone"/>'}`,
    );
    expect(
      accepted(file)
        .warnings.map(({ code }) => code)
        .sort(),
    ).toEqual(['danglingReference', 'duplicateId', 'illegalId', 'missingId', 'noDrawing']);
  });

  it('keeps a line break written as a reference apart from one that is a blank', () => {
    expect(accepted(process('<bpmn:task id="T" name="a\nb&#10;c"/>')).outline.steps[0]?.name).toBe('a b\nc');
  });

  it('never loses an accepted file to its size: 10,000 steps', () => {
    const many = Array.from(
      { length: 10_000 },
      (_, i) =>
        `<bpmn:task id="t${i}"/><bpmn:sequenceFlow id="f${i}" sourceRef="t${i - 1}" targetRef="t${i}"/>`,
    );
    expect(
      accepted(definitions(`<bpmn:process>${many.join('')}</bpmn:process>`)).outline.entries,
    ).toHaveLength(10_000);
  });
});
