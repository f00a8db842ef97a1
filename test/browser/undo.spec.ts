import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { openCanvasAlone, type CanvasAlone } from './canvas-alone.js';
import { A_BIT_OF_EVERYTHING } from './a-bit-of-everything.js';
import { TWO_LANES } from './two-lanes.js';

const corpus = join(process.env.CORPUS_DIR ?? '../shared', 'corpus', 'files');
const REAL = [
  'pavis-group.04.cross.lanes.bpmn',
  'valtimo-bezwaar.bpmn',
  'camex-process.bpmn',
  'miwg-Reference--A.2.0.bpmn',
  'miwg-Reference--A.4.1.bpmn',
];

const WITHOUT_POOL = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:dd="http://www.omg.org/spec/DD/20100524/DI" id="Defs" targetNamespace="urn:x">
<process id="P"><task id="T1"/><task id="T2"/><task id="T3"/>
<sequenceFlow id="F1" sourceRef="T1" targetRef="T2"/><sequenceFlow id="F2" sourceRef="T2" targetRef="T3"/></process>
<di:BPMNDiagram id="D"><di:BPMNPlane id="PL" bpmnElement="P">${[1, 2, 3]
  .map(
    (n) => `<di:BPMNShape id="T${n}_di" bpmnElement="T${n}">
<dc:Bounds x="${n * 200}" y="100" width="100" height="80"/></di:BPMNShape>`,
  )
  .join('')}${[1, 2]
  .map(
    (n) => `<di:BPMNEdge id="F${n}_di" bpmnElement="F${n}">
<dd:waypoint x="${n * 200 + 100}" y="140"/><dd:waypoint x="${n * 200 + 200}" y="140"/></di:BPMNEdge>`,
  )
  .join('')}</di:BPMNPlane></di:BPMNDiagram></definitions>`;

let canvas: CanvasAlone;
beforeAll(async () => {
  canvas = await openCanvasAlone();
});

/** The lines of a file that another has not. */
const linesOf = (xml: string, other: string): string[] => {
  const known = new Set(other.split('\n'));
  return xml.split('\n').filter((line) => !known.has(line));
};

async function givesBackEverything(xml: string, most: number): Promise<string[]> {
  const { changed, wrong, failed } = await canvas.undoneEach(xml, most);
  const found = wrong.map(({ command, turn, wanted, now }) => ({
    ...{ command, turn, missing: linesOf(wanted, now), added: linesOf(now, wanted) },
  }));
  expect([failed, found]).toEqual([[], []]);
  return changed.map((each) => each.replace(/^.*: /, ''));
}

describe('Undo gives back the very file, and redo the one after the change', () => {
  it('after every command, on an element of every kind', async () => {
    const given = new Set(await givesBackEverything(A_BIT_OF_EVERYTHING, 2));
    // Each command did something, so each was taken back.
    expect([...given].sort()).toMatchInlineSnapshot(`
[
  "addLane",
  "annotate",
  "anotherId",
  "anotherKind",
  "append",
  "attach",
  "bend",
  "connect",
  "dropOnFlow",
  "foldUp",
  "giveData",
  "intoSubProcess",
  "layOut",
  "makeRoom",
  "moveBy",
  "moveFlow",
  "moveInto",
  "name",
  "newPool",
  "noName",
  "paste",
  "reconnectEnd",
  "reconnectStart",
  "remove",
  "resize",
  "resizeLane",
  "side",
  "splitLane",
]
`);
  });

  it('in a pool with two lanes', async () => {
    await givesBackEverything(TWO_LANES, 5);
  });

  it('without a pool', async () => {
    await givesBackEverything(WITHOUT_POOL, 3);
  });

  for (const name of REAL) {
    const file = join(corpus, name);
    const test = existsSync(file) ? it : it.skip;
    test(`in ${name}${existsSync(file) ? '' : ' (skipped: the file is not there; set CORPUS_DIR)'}`, async () => {
      await givesBackEverything(readFileSync(file, 'utf8'), 1);
    });
  }
});
