import { describe, expect, it } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import type { DiagramElement } from '../../diagram/elements.js';
import { lendText } from './open-text.js';

const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="D" targetNamespace="urn:test">
  <category id="C"><categoryValue id="V" value="Balie" /></category>
  <process id="P">
    <task id="T" name="Toetsen" />
    <task id="Nameless" />
    <textAnnotation id="A"><text>Binnen een week</text></textAnnotation>
    <group id="G" categoryValueRef="V" />
    <group id="Empty" />
  </process>
</definitions>`;

/** The file, read as the editor reads it, and how it is written. */
async function opened() {
  const moddle = new BpmnModdle();
  const { rootElement, elementsById } = await moddle.fromXML(FILE);
  const written = async () => (await moddle.toXML(rootElement, { format: true })).xml;
  const lend = (id: string, text: string) =>
    lendText({ businessObject: elementsById[id] } as unknown as DiagramElement, text);
  return { written, lend };
}

describe('The text in an open box', () => {
  it.each([
    ['T', 'name="Toetsen"', 'name="Beoordelen"'],
    ['Nameless', 'id="Nameless"', 'id="Nameless" name="Beoordelen"'],
    ['A', '>Binnen een week<', '>Beoordelen<'],
    ['G', 'value="Balie"', 'value="Beoordelen"'],
  ])('is written where %s has its words, until it is taken back', async (id, was, is) => {
    const { written, lend } = await opened();
    const before = await written();
    const takeBack = lend(id, 'Beoordelen');
    expect(await written()).toBe(before.replace(was, is));
    takeBack();
    expect(await written()).toBe(before);
  });

  it('is written as no name where nothing is left of it', async () => {
    const { written, lend } = await opened();
    const before = await written();
    const takeBack = lend('T', '');
    expect(await written()).toBe(before.replace(' name="Toetsen"', ''));
    takeBack();
    expect(await written()).toBe(before);
  });

  it('is written nowhere where a group has no words of its own', async () => {
    const { written, lend } = await opened();
    const before = await written();
    const takeBack = lend('Empty', 'Beoordelen');
    expect(await written()).toBe(before);
    takeBack();
    expect(await written()).toBe(before);
  });
});
