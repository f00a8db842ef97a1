/* The flow nodes of BPMN by their local names. */

export const TASKS = [
  'task',
  'userTask',
  'manualTask',
  'serviceTask',
  'scriptTask',
  'businessRuleTask',
  'sendTask',
  'receiveTask',
] as const;
export const SUB_PROCESSES = ['subProcess', 'transaction', 'adHocSubProcess'] as const;
/** What can be a step. A sub-process is one while it is collapsed. */
export const STEPS = [...TASKS, 'callActivity', ...SUB_PROCESSES] as const;
export const EVENTS = [
  'startEvent',
  'endEvent',
  'boundaryEvent',
  'intermediateCatchEvent',
  'intermediateThrowEvent',
  'implicitThrowEvent',
  'event',
] as const;
export const GATEWAYS = [
  'exclusiveGateway',
  'inclusiveGateway',
  'parallelGateway',
  'complexGateway',
  'eventBasedGateway',
] as const;
export const CHOREOGRAPHY = ['choreographyTask', 'subChoreography', 'callChoreography'] as const;

export type StepKind = (typeof STEPS)[number];
export type FlowNodeKind = StepKind | (typeof EVENTS | typeof GATEWAYS | typeof CHOREOGRAPHY)[number];
