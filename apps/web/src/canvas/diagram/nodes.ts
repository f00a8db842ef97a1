import { TASKS, type FlowNodeKind } from '#bpmn';

/** Kinds of flow node that the step list can make or turn into one another, by their BPMN name. */
export const stepKinds = [...TASKS, 'callActivity', 'subProcess'] as const satisfies FlowNodeKind[];
export const otherNodeKinds = [
  'startEvent',
  'endEvent',
  'intermediateThrowEvent',
  'exclusiveGateway',
  'parallelGateway',
  'inclusiveGateway',
  'eventBasedGateway',
] as const satisfies FlowNodeKind[];
export type NodeKind = (typeof stepKinds)[number] | (typeof otherNodeKinds)[number];

/** A flow node of the diagram as it stands on screen. */
export interface CanvasNode {
  id: string;
  name: string;
  /** BPMN name without prefix, first letter small: `userTask`, `exclusiveGateway`, `boundaryEvent` … */
  kind: string;
  /** Innermost lane; of what is inside a sub-process that of the sub-process. */
  laneId?: string;
  /** Pool it is in, where there is one. */
  participantId?: string;
  /** Sub-process it is in, where there is one. */
  parentId?: string;
  /** Flows out of it, sequence and message flows alike. */
  outgoing: CanvasFlow[];
  incoming: CanvasFlow[];
}

export interface CanvasFlow {
  id: string;
  name: string;
  kind: 'sequence' | 'message';
  fromId: string;
  toId: string;
}

export interface CanvasLane {
  id: string;
  name: string;
  side?: 'front' | 'back';
  participantId?: string;
}
