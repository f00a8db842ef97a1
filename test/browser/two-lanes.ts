import { asPerson, type Client } from './by-the-api.js';

const BOXES: [id: string, x: number, y: number, width: number, height: number][] = [
  ['Pool', 120, 80, 760, 320],
  ['Front', 150, 80, 730, 160],
  ['Back', 150, 240, 730, 160],
  ['Begin', 192, 142, 36, 36],
  ['Take', 290, 120, 100, 80],
  ['Judge', 450, 280, 100, 80],
  ['Decide', 620, 280, 100, 80],
  ['End', 792, 302, 36, 36],
  ['Note', 480, 110, 160, 60],
];
const FLOWS: [id: string, from: string, to: string, ...points: [number, number][]][] = [
  ['F1', 'Begin', 'Take', [228, 160], [290, 160]],
  ['F2', 'Take', 'Judge', [390, 160], [420, 160], [420, 320], [450, 320]],
  ['F3', 'Judge', 'Decide', [550, 320], [620, 320]],
  ['F4', 'Decide', 'End', [720, 320], [792, 320]],
];

/** A small drawing: a pool with a lane for either side, three steps, and a note. */
export const TWO_LANES = `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI"
  xmlns:knip="urn:knipkaart:bpmn:1" id="Definitions" targetNamespace="urn:x">
  <bpmn:collaboration id="Collaboration"><bpmn:participant id="Pool" name="Gemeente" processRef="P" /></bpmn:collaboration>
  <bpmn:process id="P">
    <bpmn:laneSet id="Lanes">
      <bpmn:lane id="Front" name="KCC" knip:side="front"><bpmn:flowNodeRef>Begin</bpmn:flowNodeRef><bpmn:flowNodeRef>Take</bpmn:flowNodeRef></bpmn:lane>
      <bpmn:lane id="Back" name="Vakafdeling" knip:side="back"><bpmn:flowNodeRef>Judge</bpmn:flowNodeRef><bpmn:flowNodeRef>Decide</bpmn:flowNodeRef><bpmn:flowNodeRef>End</bpmn:flowNodeRef></bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="Begin" name="Binnen"><bpmn:outgoing>F1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="Take" name="Aannemen"><bpmn:incoming>F1</bpmn:incoming><bpmn:outgoing>F2</bpmn:outgoing></bpmn:userTask>
    <bpmn:userTask id="Judge" name="Beoordelen"><bpmn:incoming>F2</bpmn:incoming><bpmn:outgoing>F3</bpmn:outgoing></bpmn:userTask>
    <bpmn:userTask id="Decide" name="Besluiten"><bpmn:incoming>F3</bpmn:incoming><bpmn:outgoing>F4</bpmn:outgoing></bpmn:userTask>
    <bpmn:endEvent id="End" name="Klaar"><bpmn:incoming>F4</bpmn:incoming></bpmn:endEvent>
    ${FLOWS.map(([id, from, to]) => `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}" />`).join('')}
    <bpmn:textAnnotation id="Note"><bpmn:text>Binnen een week</bpmn:text></bpmn:textAnnotation>
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="Collaboration">
    ${BOXES.map(
      ([id, x, y, width, height]) =>
        `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}" isHorizontal="true"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`,
    ).join('')}
    ${FLOWS.map(
      ([id, , , ...points]) =>
        `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.map(([x, y]) => `<di:waypoint x="${x}" y="${y}" />`).join('')}</bpmndi:BPMNEdge>`,
    ).join('')}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;

/** A process of its own with that drawing, for one test. */
export interface Made {
  id: string;
  /** Somebody who owns it, at another computer. */
  colleague: Client;
}

/** Makes a process with the small drawing. Its owner is not the person in the browser. */
export async function makeTwoLanes(url: string, name: string): Promise<Made> {
  const colleague = asPerson(url, 'procesverantwoordelijke');
  const { id } = await colleague.post<{ id: string }>('/processes', { name, domain: 'vergunningen' });
  await colleague.put(`/processes/${id}/diagram`, TWO_LANES, { 'If-Match': '"1"' });
  return { id, colleague };
}

/** The small drawing when somebody has deleted a step, with its flows. */
export const withoutJudge = (xml: string) =>
  xml
    .replace(/<bpmn:userTask id="Judge".*?<\/bpmn:userTask>/s, '')
    .replace(/<bpmn:sequenceFlow id="F[23]"[^>]*\/>/g, '')
    .replace(/<bpmn:(incoming|outgoing)>F[23]<\/bpmn:\1>/g, '')
    .replace('<bpmn:flowNodeRef>Judge</bpmn:flowNodeRef>', '')
    .replace(/<bpmndi:BPMNShape id="Judge_di".*?<\/bpmndi:BPMNShape>/s, '')
    .replace(/<bpmndi:BPMNEdge id="F[23]_di".*?<\/bpmndi:BPMNEdge>/gs, '');
