import type { DiagramReading } from '#bpmn';

export function exercise(bpmn: typeof import('#bpmn'), bytes: Uint8Array): DiagramReading;
