type Box = [x: number, y: number, width: number, height: number];
const BOXES: Record<string, Box> = {
  Pool: [160, 80, 1000, 520],
  KCC: [190, 80, 970, 200],
  Vak: [190, 280, 970, 320],
  Binnen: [222, 142, 36, 36],
  Aannemen: [310, 120, 100, 80],
  Wacht: [342, 182, 36, 36],
  Keuze: [485, 135, 50, 50],
  Deel: [600, 300, 300, 200],
  Toetsen: [640, 350, 100, 80],
  Nakijken: [780, 350, 100, 80],
  Besluiten: [960, 340, 100, 80],
  Klaar: [1092, 362, 36, 36],
  Notitie: [310, 320, 120, 50],
  Dossier: [470, 320, 36, 50],
  Inwoner: [160, 680, 1000, 120],
};
const LINES: Record<string, [number, number][]> = {
  F1: [
    [258, 160],
    [310, 160],
  ],
  F2: [
    [410, 160],
    [485, 160],
  ],
  F3: [
    [510, 185],
    [510, 260],
    [650, 260],
    [650, 300],
  ],
  F4: [
    [535, 160],
    [1010, 160],
    [1010, 340],
  ],
  F5: [
    [900, 380],
    [960, 380],
  ],
  F6: [
    [1060, 380],
    [1092, 380],
  ],
  F7: [
    [360, 218],
    [360, 260],
    [620, 260],
    [620, 300],
  ],
  F8: [
    [740, 390],
    [780, 390],
  ],
  Bij: [
    [340, 200],
    [340, 320],
  ],
  Schrijft: [
    [400, 200],
    [480, 320],
  ],
  Leest: [
    [506, 350],
    [640, 380],
  ],
  Vraagt: [
    [390, 680],
    [390, 200],
  ],
};
const LABELS: Record<string, Box> = { F3: [560, 240, 50, 14], Binnen: [220, 185, 40, 14] };
const boxed = ([x, y, width, height]: Box) =>
  `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/>`;
const label = (id: string) => (LABELS[id] ? `<di:BPMNLabel>${boxed(LABELS[id])}</di:BPMNLabel>` : '');
const members = (...ids: string[]) => ids.map((id) => `<flowNodeRef>${id}</flowNodeRef>`).join('');
const flow = (id: string, from: string, to: string, more = '') =>
  `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"${more}/>`;

/**
 * A drawing with one of nearly everything: two pools, lanes, a boundary event, a gateway with a default flow
 * and a condition, an open sub-process, data, a note, a message, labels of their own, a vendor's attributes.
 */
export const A_BIT_OF_EVERYTHING = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
  xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
  xmlns:dd="http://www.omg.org/spec/DD/20100524/DI" xmlns:knip="urn:knipkaart:bpmn:1" xmlns:v="urn:vendor"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Defs" targetNamespace="urn:x">
<collaboration id="C"><participant id="Pool" name="Gemeente" processRef="P"/>
<participant id="Inwoner" name="Inwoner"/>
<messageFlow id="Vraagt" name="aanvraag" sourceRef="Inwoner" targetRef="Aannemen"/></collaboration>
<process id="P"><laneSet id="LS">
<lane id="KCC" name="KCC" knip:side="front">${members('Binnen', 'Aannemen', 'Wacht', 'Keuze')}</lane>
<lane id="Vak" name="Vak" knip:side="back">${members('Deel', 'Besluiten', 'Klaar')}</lane></laneSet>
${flow('F1', 'Binnen', 'Aannemen')}
<startEvent id="Binnen" name="Binnen"><outgoing>F1</outgoing></startEvent>
<userTask id="Aannemen" name="Aannemen" v:b="2" v:a="1"><documentation>Netjes.</documentation>
<incoming>F1</incoming><outgoing>F2</outgoing>
<dataOutputAssociation id="Schrijft"><targetRef>Dossier</targetRef></dataOutputAssociation></userTask>
<boundaryEvent id="Wacht" attachedToRef="Aannemen"><outgoing>F7</outgoing><timerEventDefinition id="TD">
<timeDuration xsi:type="tFormalExpression">P1D</timeDuration></timerEventDefinition></boundaryEvent>
<exclusiveGateway id="Keuze" default="F4"><incoming>F2</incoming><outgoing>F3</outgoing><outgoing>F4</outgoing>
</exclusiveGateway>
${flow('F2', 'Aannemen', 'Keuze')}
<sequenceFlow id="F3" name="volledig" sourceRef="Keuze" targetRef="Deel"><conditionExpression
xsi:type="tFormalExpression">volledig</conditionExpression></sequenceFlow>
${flow('F4', 'Keuze', 'Besluiten')}${flow('F7', 'Wacht', 'Deel')}
<subProcess id="Deel" name="Beoordelen"><incoming>F3</incoming><incoming>F7</incoming><outgoing>F5</outgoing>
<userTask id="Toetsen" name="Toetsen"><outgoing>F8</outgoing><property id="Prop" name="__targetRef_placeholder"/>
<dataInputAssociation id="Leest"><sourceRef>Dossier</sourceRef><targetRef>Prop</targetRef></dataInputAssociation>
</userTask><userTask id="Nakijken" name="Nakijken"><incoming>F8</incoming></userTask>
${flow('F8', 'Toetsen', 'Nakijken')}</subProcess>
${flow('F5', 'Deel', 'Besluiten')}
<userTask id="Besluiten" name="Besluiten"><incoming>F4</incoming><incoming>F5</incoming><outgoing>F6</outgoing>
</userTask><endEvent id="Klaar"><incoming>F6</incoming></endEvent>${flow('F6', 'Besluiten', 'Klaar')}
<dataObjectReference id="Dossier" name="Dossier" dataObjectRef="Dossier_data"/><dataObject id="Dossier_data"/>
<textAnnotation id="Notitie"><text>Binnen een dag</text></textAnnotation>
<association id="Bij" sourceRef="Aannemen" targetRef="Notitie"/></process>
<di:BPMNDiagram id="D"><di:BPMNPlane id="PL" bpmnElement="C">
${Object.entries(LINES)
  .map(
    ([id, points]) =>
      `<di:BPMNEdge id="${id}_di" bpmnElement="${id}">${points
        .map(([x, y]) => `<dd:waypoint x="${x}" y="${y}"/>`)
        .join('')}${label(id)}</di:BPMNEdge>`,
  )
  .join('\n')}
${Object.entries(BOXES)
  .map(
    ([id, box]) => `<di:BPMNShape id="${id}_di" bpmnElement="${id}" isHorizontal="true" isExpanded="true">
${boxed(box)}${label(id)}</di:BPMNShape>`,
  )
  .join('\n')}
</di:BPMNPlane></di:BPMNDiagram></definitions>`;
