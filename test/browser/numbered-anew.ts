import { asPerson, type Client } from './by-the-api.js';

/** Steps one after the other, numbered from the front as a drawing program that numbers anew does. */
export function numbered(...names: string[]): string {
  const tasks = names.map((name, i) => `<bpmn:userTask id="T${i + 1}" name="${name}" />`);
  const shapes = names.map(
    (_, i) =>
      `<bpmndi:BPMNShape id="T${i + 1}_di" bpmnElement="T${i + 1}"><dc:Bounds x="${200 + i * 180}" y="160" width="100" height="80" /></bpmndi:BPMNShape>`,
  );
  const between = names.slice(1).map((_, i) => i + 1);
  const flows = between.map(
    (n) => `<bpmn:sequenceFlow id="F${n}" sourceRef="T${n}" targetRef="T${n + 1}" />`,
  );
  const edges = between.map(
    (n) =>
      `<bpmndi:BPMNEdge id="F${n}_di" bpmnElement="F${n}"><di:waypoint x="${120 + n * 180}" y="200" /><di:waypoint x="${200 + n * 180}" y="200" /></bpmndi:BPMNEdge>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="Defs" targetNamespace="urn:x">
  <bpmn:process id="P">${tasks.join('')}${flows.join('')}</bpmn:process>
  <bpmndi:BPMNDiagram id="Diagram"><bpmndi:BPMNPlane id="Plane" bpmnElement="P">${shapes.join('')}${edges.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>`;
}

export const [FRONT, ASSESS, SEND] = ['Aanvraag aannemen', 'Besluit nemen', 'Besluit versturen'] as const;
export const OLD = numbered(FRONT, ASSESS, SEND);
/** A step at the front, so that every id is of another step. */
export const NEW = numbered('Identiteit vaststellen', FRONT, ASSESS, SEND);

/** A process with the old drawing, and decisions on two of its steps and the flow between them. */
export async function makeDecided(
  url: string,
  name: string,
  diagram = OLD,
): Promise<{ id: string; colleague: Client }> {
  const colleague = asPerson(url, 'procesverantwoordelijke');
  const { id } = await colleague.post<{ id: string }>('/processes', { name, domain: 'vergunningen' });
  const put = (path: string, body: object) => colleague.put(`/processes/${id}/${path}`, body);
  await colleague.put(`/processes/${id}/diagram`, diagram, { 'If-Match': '"1"' });
  await put('knips/T1', { side: 'front', reason: 'Het KCC neemt aan' });
  await put('knips/T2', { side: 'back', role: 'specialist', reason: 'Mandaat ligt bij de afdeling' });
  await put('handovers/F1', { what: 'Volledig dossier', reason: 'Dan kan de afdeling verder' });
  await put('data-requests/T1', { data: [{ name: 'Adres', registry: 'BRP' }], reason: 'Nodig' });
  await put('bindings/T2', { side: 'back', source: 'Awb art. 10:3', reason: 'Mandaat' });
  return { id, colleague };
}

/** Which steps have a knip, by name. */
export async function knipsOf(colleague: Client, id: string): Promise<Record<string, string>> {
  const { steps } = await colleague.get<{ steps: { name: string; knip?: { side: string } }[] }>(
    `/processes/${id}`,
  );
  return Object.fromEntries(steps.flatMap(({ name, knip }) => (knip ? [[name, knip.side] as const] : [])));
}
