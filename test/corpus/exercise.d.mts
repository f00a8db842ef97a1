type Bpmn = typeof import('#bpmn');

export function exercise(bpmn: Bpmn, bytes: Uint8Array): ReturnType<Bpmn['readDiagram']>;
export function exerciseTogether(bpmn: Bpmn, base: string, mine: string, theirs: string): void;
