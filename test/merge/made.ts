import type { Random } from './edits.js';

/** A drawn diagram with lanes, a sub-process, gateways and conditions; as large as chance wants it. */
export function made(random: Random): string {
  const count = 4 + Math.floor(random() * 10);
  const kinds = [
    'userTask',
    'task',
    'manualTask',
    'serviceTask',
    'exclusiveGateway',
    'intermediateThrowEvent',
  ];
  const ids = Array.from({ length: count }, (_, i) => `N${i}`);
  const flows = ids.slice(1).map((id, i) => [`F${i}`, ids[Math.floor(random() * (i + 1))]!, id] as const);
  const nodes = ids.map((id, i) => {
    const kind = i === 0 ? 'startEvent' : kinds[Math.floor(random() * kinds.length)]!;
    const lists = flows
      .map(([flow, from, to]) =>
        from === id
          ? `<bpmn:outgoing>${flow}</bpmn:outgoing>`
          : to === id
            ? `<bpmn:incoming>${flow}</bpmn:incoming>`
            : '',
      )
      .join('');
    return `    <bpmn:${kind} id="${id}" name="Step ${i}">${random() < 0.3 ? `<bpmn:documentation>About ${i}</bpmn:documentation>` : ''}${lists}</bpmn:${kind}>`;
  });
  const lanes = ['A', 'B', 'C'].map(
    (name, at) =>
      `<bpmn:lane id="L${name}" name="Lane ${name}">${ids
        .filter((_, i) => i % 3 === at)
        .map((id) => `<bpmn:flowNodeRef>${id}</bpmn:flowNodeRef>`)
        .join('')}</bpmn:lane>`,
  );
  const shapes = ids.map(
    (id, i) =>
      `      <bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${i * 150}" y="${(i % 3) * 200}" width="100" height="80" /></bpmndi:BPMNShape>`,
  );
  const edges = flows.map(
    ([id], i) =>
      `      <bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${i * 150 + 100}" y="40" /><di:waypoint x="${i * 150 + 150}" y="40" /></bpmndi:BPMNEdge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="D" targetNamespace="urn:made">
  <bpmn:process id="P">
    <bpmn:laneSet id="LS">${lanes.join('')}</bpmn:laneSet>
${nodes.join('\n')}
    <bpmn:subProcess id="Sub" name="Inside"><bpmn:task id="Inner" name="Inner" /></bpmn:subProcess>
${flows.map(([id, from, to]) => `    <bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}">${random() < 0.3 ? '<bpmn:conditionExpression>x = 1</bpmn:conditionExpression>' : ''}</bpmn:sequenceFlow>`).join('\n')}
  </bpmn:process>
  <bpmndi:BPMNDiagram id="Dia"><bpmndi:BPMNPlane id="Pl" bpmnElement="P">
${[...shapes, ...edges].join('\n')}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}
