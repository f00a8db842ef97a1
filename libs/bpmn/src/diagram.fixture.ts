import { readDiagram } from './check.js';
import type { Diagram } from './check.js';

/** For specs: a file around the given content of `definitions`. */
export const definitions = (content: string, attributes = '') =>
  `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:knip="urn:knipkaart:bpmn:1" id="Defs"${attributes}>
${content}
</bpmn:definitions>
`;

/** For specs: a file with one process; `flow('A', 'B')` and the like make its content. */
export const process = (content: string, drawing = '') =>
  definitions(`<bpmn:process id="P">${content}</bpmn:process>${drawing}`);

export const flow = (from: string, to: string, id = `${from}-${to}`) =>
  `<bpmn:sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;
export const lane = (id: string, side: string | undefined, ...refs: string[]) =>
  `<bpmn:lane id="${id}" name="${id}"${side ? ` knip:side="${side}"` : ''}>${refs.map((ref) => `<bpmn:flowNodeRef>${ref}</bpmn:flowNodeRef>`).join('')}</bpmn:lane>`;
export const task = (id: string, kind = 'task', inside = '') =>
  `<bpmn:${kind} id="${id}" name="${id}">${inside}</bpmn:${kind}>`;

/** A drawing with one shape for each id; `+` before it marks an expanded one. */
export const drawing = (...ids: string[]) =>
  `<bpmndi:BPMNDiagram id="Dia"><bpmndi:BPMNPlane id="Pl" bpmnElement="P">${ids
    .map(
      (id, i) =>
        `<bpmndi:BPMNShape id="S${i}" bpmnElement="${id.replace('+', '')}"${id.startsWith('+') ? ' isExpanded="true"' : ''}><dc:Bounds x="${i * 150}" y="0" width="100" height="80"/></bpmndi:BPMNShape>`,
    )
    .join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`;

/** For specs: the reading of a file that has to be accepted. */
export function accepted(xml: string | Uint8Array): Diagram {
  const reading = readDiagram(typeof xml === 'string' ? new TextEncoder().encode(xml) : xml);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.diagram;
}
