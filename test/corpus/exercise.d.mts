type Bpmn = typeof import('#bpmn');

export function exercise(bpmn: Bpmn, bytes: Uint8Array): ReturnType<Bpmn['readDiagram']>;
