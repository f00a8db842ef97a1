import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import { knipModdle } from '../../canvas/extensions/knip-content/knip-moddle.js';
import { standingOf, type Definitions } from '../../canvas/diagram/standing.js';
import { standingOfText } from './standing-of-text.js';

const folder = join(import.meta.dirname, '../../../../../bpmn');
const FILES = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.bpmn'),
);

const node = (kind: string, id: string, inside = '') =>
  `<${kind} id="${id}" name="Stap ${id}">${inside}</${kind}>`;
const lane = (id: string, side: string, nodes: string[], inside = '') =>
  `<lane id="${id}"${side && ` k:side="${side}"`}>${nodes.map((each) => `<flowNodeRef>${each}</flowNodeRef>`).join('')}${inside && `<childLaneSet id="Of_${id}">${inside}</childLaneSet>`}</lane>`;
const shape = (id: string, nth: number, expanded = '') =>
  `<di:BPMNShape id="S${nth}" bpmnElement="${id}"${expanded && ` isExpanded="${expanded}"`}><dc:Bounds x="0" y="0" width="9" height="9"/></di:BPMNShape>`;

/** Lanes in lanes, and sub-processes that are open, closed, or drawn twice. */
const NESTED = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:k="urn:knipkaart:bpmn:1" id="D" targetNamespace="urn:x">
<process id="P"><laneSet id="Lanes">
${lane('Outer', 'front', ['A', 'B', 'C', 'Open', 'Closed', 'Twice'], lane('Own', 'back', ['A']) + lane('Inherits', '', ['B']))}
${lane('Later', 'back', ['C', 'Undrawn'])}
${lane('None', '', ['E'])}
</laneSet>
${node('task', 'A') + node('task', 'B') + node('userTask', 'C') + node('task', 'E') + node('startEvent', 'Start')}
${node('subProcess', 'Open', node('task', 'InOpen') + node('subProcess', 'Deep', node('task', 'InDeep')))}
${node('subProcess', 'Closed', node('task', 'InClosed'))}
${node('subProcess', 'Undrawn', node('task', 'InUndrawn'))}
${node('subProcess', 'Twice', `<laneSet id="Inner">${lane('InnerLane', 'back', ['InTwice'])}</laneSet>${node('task', 'InTwice')}`)}
</process>
<di:BPMNDiagram id="Drawn"><di:BPMNPlane id="Plane" bpmnElement="P">
${['Open', 'Deep', 'Twice'].map((id, nth) => shape(id, nth, 'true')).join('')}
${shape('Closed', 7) + shape('Twice', 8, 'false')}
</di:BPMNPlane></di:BPMNDiagram></definitions>`;

it('A text says of each step the side of its innermost lane, also through sub-processes', () => {
  expect(Object.fromEntries([...standingOfText(NESTED)!.steps].map(([id, { side }]) => [id, side]))).toEqual({
    A: 'back',
    B: 'front',
    C: 'front',
    E: undefined,
    InOpen: 'front',
    InDeep: 'front',
    Closed: 'front',
    InUndrawn: 'back',
    InTwice: 'back',
  });
});

it.each([
  ['lanes and sub-processes in others', NESTED],
  ...FILES.map((file) => [file, readFileSync(join(folder, file), 'utf8')] as const),
])('A text and the canvas say the same of the steps, lanes and sides of %s', async (_, xml) => {
  const { rootElement } = await new BpmnModdle({ knip: knipModdle }).fromXML(xml);
  const onCanvas = standingOf(rootElement as Definitions);
  const inText = standingOfText(xml)!;
  const sorted = (standing: ReadonlyMap<string, unknown>) =>
    [...standing].sort(([one], [other]) => (one < other ? -1 : 1));
  expect(sorted(inText.steps)).toEqual(sorted(onCanvas.steps));
  expect([...inText.lanes].sort()).toEqual([...onCanvas.lanes].sort());
  for (const [id, name] of onCanvas.elements) expect([id, inText.elements.get(id)]).toEqual([id, name]);
});
