// Makes BPMN diagrams of any size, with lanes and layout. Two diagrams made with different settings are two
// versions of one process.
const GATEWAY_EVERY = 7;
const IN_A_ROW = 20;
const LANE_HEIGHT = 140;

/**
 * @param nodes number of steps and gateways
 * @param settings id, name and side of the n-th node in this version, and whether everything is written in
 * another order
 */
export function madeDiagram(
  nodes,
  {
    idOf = (n) => `Step_${n}`,
    nameOf = (n) => `Stap ${n}`,
    isFront = (n) => n % 3 === 0,
    reordered = false,
  } = {},
) {
  const all = Array.from({ length: nodes }, (_, n) => n);
  const flows = all.flatMap((n) =>
    [n + 1, ...(isGateway(n) ? [n + 3] : [])]
      .filter((to) => to < nodes)
      .map((to) => ({ id: `Flow_${idOf(n)}_${idOf(to)}`, from: n, to })),
  );
  const written = (items) => (reordered ? items.toReversed() : items).join('');
  const laneWith = (id, name, side, inLane) =>
    `<bpmn:lane id="${id}" name="${name}" knip:side="${side}">${written(all.filter(inLane).map((n) => `<bpmn:flowNodeRef>${idOf(n)}</bpmn:flowNodeRef>`))}</bpmn:lane>`;
  const placeOf = (n) => ({
    x: 200 + (n % IN_A_ROW) * 150,
    y: 80 + Math.floor(n / IN_A_ROW) * 2 * LANE_HEIGHT + (isFront(n) ? 0 : LANE_HEIGHT),
    width: isGateway(n) ? 50 : 100,
    height: isGateway(n) ? 50 : 80,
  });
  const shapes = all.map((n) => {
    const { x, y, width, height } = placeOf(n);
    return `<bpmndi:BPMNShape id="${idOf(n)}_di" bpmnElement="${idOf(n)}"><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/></bpmndi:BPMNShape>`;
  });
  const edges = flows.map(({ id, from, to }) => {
    const [begin, end] = [placeOf(from), placeOf(to)];
    return `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}"><di:waypoint x="${begin.x + begin.width}" y="${begin.y + begin.height / 2}"/><di:waypoint x="${end.x}" y="${end.y + end.height / 2}"/></bpmndi:BPMNEdge>`;
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:knip="urn:knipkaart:bpmn:1" id="D" targetNamespace="urn:bench"><bpmn:process id="P" name="Proces"><bpmn:laneSet id="L">${laneWith('F', 'KCC', 'front', isFront)}${laneWith('B', 'Vakafdeling', 'back', (n) => !isFront(n))}</bpmn:laneSet>${written(
    all.map(
      (n) => `<bpmn:${isGateway(n) ? 'exclusiveGateway' : 'userTask'} id="${idOf(n)}" name="${nameOf(n)}"/>`,
    ),
  )}${written(flows.map(({ id, from, to }) => `<bpmn:sequenceFlow id="${id}" sourceRef="${idOf(from)}" targetRef="${idOf(to)}"/>`))}</bpmn:process><bpmndi:BPMNDiagram id="DI"><bpmndi:BPMNPlane id="Plane" bpmnElement="P">${written([...shapes, ...edges])}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>
`;
}

const isGateway = (n) => n % GATEWAY_EVERY === GATEWAY_EVERY - 1;
