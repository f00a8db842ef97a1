export interface StartDiagramNames {
  process: string;
  front: string;
  back: string;
  begin: string;
  first: string;
  second: string;
  end: string;
}

/** A small process to begin with, as BPMN 2.0: a lane for either side, and a step in each. */
export function startDiagram(names: StartDiagramNames): string {
  const name = Object.fromEntries(
    Object.entries(names).map(([key, text]) => [key, escaped(text)]),
  ) as unknown as StartDiagramNames;
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:knip="urn:knipkaart:bpmn:1" id="Definitions_1" targetNamespace="urn:knipkaart:process">
  <bpmn:collaboration id="Collaboration_1">
    <bpmn:participant id="Participant_1" name="${name.process}" processRef="Process_1" />
  </bpmn:collaboration>
  <bpmn:process id="Process_1" name="${name.process}" isExecutable="false">
    <bpmn:laneSet id="LaneSet_1">
      <bpmn:lane id="Lane_Front" name="${name.front}" knip:side="front">
        <bpmn:flowNodeRef>Event_Begin</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Step_First</bpmn:flowNodeRef>
      </bpmn:lane>
      <bpmn:lane id="Lane_Back" name="${name.back}" knip:side="back">
        <bpmn:flowNodeRef>Step_Second</bpmn:flowNodeRef>
        <bpmn:flowNodeRef>Event_End</bpmn:flowNodeRef>
      </bpmn:lane>
    </bpmn:laneSet>
    <bpmn:startEvent id="Event_Begin" name="${name.begin}">
      <bpmn:outgoing>Flow_1</bpmn:outgoing>
    </bpmn:startEvent>
    <bpmn:task id="Step_First" name="${name.first}">
      <bpmn:incoming>Flow_1</bpmn:incoming>
      <bpmn:outgoing>Flow_2</bpmn:outgoing>
    </bpmn:task>
    <bpmn:task id="Step_Second" name="${name.second}">
      <bpmn:incoming>Flow_2</bpmn:incoming>
      <bpmn:outgoing>Flow_3</bpmn:outgoing>
    </bpmn:task>
    <bpmn:endEvent id="Event_End" name="${name.end}">
      <bpmn:incoming>Flow_3</bpmn:incoming>
    </bpmn:endEvent>
    <bpmn:sequenceFlow id="Flow_1" sourceRef="Event_Begin" targetRef="Step_First" />
    <bpmn:sequenceFlow id="Flow_2" sourceRef="Step_First" targetRef="Step_Second" />
    <bpmn:sequenceFlow id="Flow_3" sourceRef="Step_Second" targetRef="Event_End" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Diagram_1">
    <bpmndi:BPMNPlane id="Plane_1" bpmnElement="Collaboration_1">
${[
  shape('Participant_1', 120, 80, 640, 320, true),
  shape('Lane_Front', 150, 80, 610, 160, true),
  shape('Lane_Back', 150, 240, 610, 160, true),
  shape('Event_Begin', 212, 142, 36, 36),
  shape('Step_First', 310, 120, 120, 80),
  shape('Step_Second', 490, 280, 120, 80),
  shape('Event_End', 672, 302, 36, 36),
  edge('Flow_1', [248, 160], [310, 160]),
  edge('Flow_2', [430, 160], [550, 160], [550, 280]),
  edge('Flow_3', [610, 320], [672, 320]),
].join('\n')}
    </bpmndi:BPMNPlane>
  </bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

function shape(id: string, x: number, y: number, width: number, height: number, horizontal = false): string {
  return `      <bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"${horizontal ? ' isHorizontal="true"' : ''}>
        <dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" />
      </bpmndi:BPMNShape>`;
}

function edge(id: string, ...points: [number, number][]): string {
  return `      <bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">
${points.map(([x, y]) => `        <di:waypoint x="${x}" y="${y}" />`).join('\n')}
      </bpmndi:BPMNEdge>`;
}

/** As it may stand in an attribute; control characters, which XML cannot carry, are left out. */
function escaped(text: string): string {
  return text
    .replaceAll(/[\u0000-\u001f\ufffe\uffff]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
