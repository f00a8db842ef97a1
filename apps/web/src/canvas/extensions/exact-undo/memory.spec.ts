import { describe, expect, it } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import fc from 'fast-check';
import { changeBetween, memoryOf, restore, withChange, type Memory } from './memory.js';

const FILE = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:v="urn:vendor" id="D" targetNamespace="urn:test" v:tool="1">
  <process id="P" isExecutable="true">
    <task id="A" name="Aannemen" v:colour="red" v:size="7"><outgoing>F</outgoing></task>
    <task id="B" name="Beoordelen"><incoming>F</incoming><outgoing>G</outgoing></task>
    <task id="C"><documentation>Leeg</documentation><incoming>G</incoming></task>
    <sequenceFlow id="F" sourceRef="A" targetRef="B" />
    <sequenceFlow id="G" sourceRef="B" targetRef="C" />
  </process>
</definitions>`;

interface Part {
  $attrs: Record<string, unknown>;
  $parent?: Part;
  get(property: string): unknown;
  set(property: string, value: unknown): void;
  [name: string]: unknown;
}

const moddle = new BpmnModdle();
const made = (type: string, more: object) =>
  (moddle as unknown as { create(type: string, more: object): Part }).create(type, more);

async function opened() {
  const { rootElement, elementsById } = await moddle.fromXML(FILE);
  const at = (id: string) => elementsById[id] as Part;
  return { root: rootElement, at, xml: async () => (await moddle.toXML(rootElement)).xml };
}
type Opened = Awaited<ReturnType<typeof opened>>;

/** What commands do to a file, each with a number that makes it one of many. */
const DOES: Record<string, (file: Opened, some: number) => void> = {
  rename: ({ at }, some) => at(['A', 'B', 'C'][some % 3]!).set('name', `Naam ${some}`),
  unname: ({ at }, some) => at(['A', 'B', 'C'][some % 3]!).set('name', undefined),
  remove: ({ at }, some) => {
    const elements = at('P').get('flowElements') as Part[];
    const [gone] = elements.splice(some % Math.max(1, elements.length), 1);
    if (gone) gone.$parent = undefined as never;
  },
  insert: ({ at }, some) => {
    const elements = at('P').get('flowElements') as Part[];
    const task = made('bpmn:Task', { id: `N${some}`, name: 'Nieuw' });
    task.$parent = at('P');
    elements.splice(some % (elements.length + 1), 0, task);
  },
  reorder: ({ at }) => void (at('P').get('flowElements') as Part[]).reverse(),
  // A default: the library says it without holding it.
  execute: ({ at }, some) => at('P').set('isExecutable', some % 2 === 0),
  compensate: ({ at }, some) => at('C').set('isForCompensation', some % 3 > 0),
  reroute: ({ at }, some) => at('F').set('targetRef', at(some % 2 === 0 ? 'C' : 'B')),
  document: ({ at }, some) => {
    const documentation = made('bpmn:Documentation', { text: `Tekst ${some}` });
    documentation.$parent = at('B');
    (at('B').get('documentation') as Part[]).push(documentation);
  },
  paint: ({ at }, some) => void (at('A').$attrs['v:colour'] = `#${some}`),
  unpaint: ({ at }) => void delete at('A').$attrs['v:colour'],
};

const commands = fc.array(
  fc.array(fc.tuple(fc.constantFrom(...Object.keys(DOES)), fc.nat(20)), { minLength: 1, maxLength: 4 }),
  { minLength: 1, maxLength: 5 },
);

describe('The file of a drawing', () => {
  it('is what it was before each command after undo, and what it was after it after redo', async () => {
    await fc.assert(
      fc.asyncProperty(commands, async (steps) => {
        const file = await opened();
        let known: Memory = memoryOf(file.root);
        const texts = [await file.xml()];
        const changes = [];
        for (const step of steps) {
          for (const [does, some] of step) DOES[does]!(file, some);
          const now = memoryOf(file.root);
          changes.push(changeBetween(known, now));
          known = now;
          texts.push(await file.xml());
        }
        for (const [place, { before, after }] of [...changes.entries()].reverse()) {
          restore((known = withChange(known, after, before)));
          expect(await file.xml()).toBe(texts[place]);
        }
        for (const [place, { before, after }] of changes.entries()) {
          restore((known = withChange(known, before, after)));
          expect(await file.xml()).toBe(texts[place + 1]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('is noted once, and only what a command changed is noted of it', async () => {
    const file = await opened();
    const before = memoryOf(file.root);
    expect(changeBetween(before, memoryOf(file.root))).toEqual({ before: new Map(), after: new Map() });
    DOES['rename']!(file, 0);
    const { before: was, after } = changeBetween(before, memoryOf(file.root));
    expect([...was.keys()]).toEqual([file.at('A')]);
    expect([was.get(file.at('A') as never), after.get(file.at('A') as never)]).toMatchObject([
      { name: 'Aannemen' },
      { name: 'Naam 0' },
    ]);
  });
});
