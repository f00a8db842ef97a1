/**
 * The drawing with which a process begins: a front and a back lane that carry their side, and a start event.
 * @param names of the lanes, in the language of the page
 * @param id makes the ids of this file's own elements, unlike those of any other file
 */
export function startDrawing(names: { front: string; back: string }, id: (prefix: string) => string): string {
  const [collaboration, pool, process, front, back, start] = [
    'Samenwerking',
    'Deelnemer',
    'Proces',
    'Baan',
    'Baan',
    'Begin',
  ].map((prefix) => id(prefix));
  const lane = (laneId: string | undefined, side: 'front' | 'back', content: string) =>
    `<bpmn:lane id="${laneId}" name="${escaped(names[side])}" knip:side="${side}">${content}</bpmn:lane>`;
  const shape = (
    element: string | undefined,
    x: number,
    y: number,
    width: number,
    height: number,
    more = '',
  ) =>
    `<bpmndi:BPMNShape id="${element}_di" bpmnElement="${element}"${more}><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}" /></bpmndi:BPMNShape>`;
  const horizontal = ' isHorizontal="true"';
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:knip="urn:knipkaart:bpmn:1" id="${id('Definities')}" targetNamespace="urn:knipkaart:proces">
  <bpmn:collaboration id="${collaboration}"><bpmn:participant id="${pool}" processRef="${process}" /></bpmn:collaboration>
  <bpmn:process id="${process}" isExecutable="false">
    <bpmn:laneSet id="${id('Banen')}">${lane(front, 'front', `<bpmn:flowNodeRef>${start}</bpmn:flowNodeRef>`)}${lane(back, 'back', '')}</bpmn:laneSet>
    <bpmn:startEvent id="${start}" />
  </bpmn:process>
  <bpmndi:BPMNDiagram id="${id('Diagram')}"><bpmndi:BPMNPlane id="${id('Vlak')}" bpmnElement="${collaboration}">
    ${shape(pool, 160, 80, 1000, 360, horizontal)}
    ${shape(front, 190, 80, 970, 180, horizontal)}
    ${shape(back, 190, 260, 970, 180, horizontal)}
    ${shape(start, 240, 152, 36, 36)}
  </bpmndi:BPMNPlane></bpmndi:BPMNDiagram>
</bpmn:definitions>
`;
}

const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
