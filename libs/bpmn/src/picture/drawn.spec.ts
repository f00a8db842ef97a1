import { describe, expect, it } from '@jest/globals';
import { accepted, definitions } from '../diagram.fixture.js';
import { drawnDiagramOf } from './drawing.js';
import type { Bounds } from './geometry.js';
import { isContainer, paintShape } from './shape.js';
import type { ShapeSide } from './shape.js';

const SIDES: Record<string, ShapeSide> = {
  front: { side: 'front', undecided: false, words: 'w' },
  open: { undecided: true, words: 'w' },
  both: { side: 'back', undecided: true, words: 'w' },
  below: { side: 'back', undecided: false, below: true, words: 'w' },
};
interface Row {
  is: string;
  element: string;
  at: [x: number, y: number, width: number, height: number];
  shape?: string;
  side?: keyof typeof SIDES;
  label?: string;
  body: string;
  labels: string;
}
/** Most stand at 100, 200 and are 100 by 80, so that the middle is at 150, 240. */
const ROWS: Row[] = [
  {
    is: 'a step',
    element: '<bpmn:task id="A" name="Toets"></bpmn:task>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5"/>',
    labels:
      '<text font-size="12" text-anchor="middle" fill="#1f2933"><tspan x="150" y="244.2">Toets</tspan></text>',
  },
  {
    is: 'a step of the front office',
    element: '<bpmn:task id="A" name="Toets"></bpmn:task>',
    at: [100, 200, 100, 80],
    side: 'front',
    body: '<rect x="100" y="200" width="100" height="80" fill="#dcebfa" stroke="#0b5cad" rx="10" stroke-width="2"/>',
    labels:
      '<text font-size="12" text-anchor="middle" fill="#1f2933"><tspan x="150" y="244.2">Toets</tspan></text><g transform="translate(188 203)"><path d="M0-11 11 8H-11Z" fill="#0b5cad" stroke="#ffffff"/><text y="6" font-size="9" font-weight="bold" text-anchor="middle" fill="#ffffff">F</text></g>',
  },
  {
    is: 'a step that is undecided',
    element: '<bpmn:task id="A" name="Toets"></bpmn:task>',
    at: [100, 200, 100, 80],
    side: 'open',
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="2" stroke-dasharray="6 4"/>',
    labels:
      '<text font-size="12" text-anchor="middle" fill="#1f2933"><tspan x="150" y="244.2">Toets</tspan></text><g transform="translate(188 203)"><circle r="8" fill="#ffffff" stroke="#1f2933" stroke-dasharray="3 2"/><text y="4" font-size="11" font-weight="bold" text-anchor="middle" fill="#1f2933">?</text></g>',
  },
  {
    is: 'a step of the back office that is undecided',
    element: '<bpmn:task id="A" name="Toets"></bpmn:task>',
    at: [100, 200, 100, 80],
    side: 'both',
    body: '<rect x="100" y="200" width="100" height="80" fill="#fdeecf" stroke="#8a5200" rx="10" stroke-width="2" stroke-dasharray="6 4"/>',
    labels:
      '<text font-size="12" text-anchor="middle" fill="#1f2933"><tspan x="150" y="244.2">Toets</tspan></text><g transform="translate(168 203)"><path d="M-8-8H8V8H-8Z" fill="#8a5200" stroke="#ffffff"/><text y="3.2" font-size="9" font-weight="bold" text-anchor="middle" fill="#ffffff">B</text><g transform="translate(20 0)"><circle r="8" fill="#ffffff" stroke="#1f2933" stroke-dasharray="3 2"/><text y="4" font-size="11" font-weight="bold" text-anchor="middle" fill="#1f2933">?</text></g></g>',
  },
  {
    is: 'a step with its mark at the foot',
    element: '<bpmn:task id="A" name="Toets"></bpmn:task>',
    at: [100, 200, 100, 80],
    side: 'below',
    body: '<rect x="100" y="200" width="100" height="80" fill="#fdeecf" stroke="#8a5200" rx="10" stroke-width="2"/>',
    labels:
      '<text font-size="12" text-anchor="middle" fill="#1f2933"><tspan x="150" y="244.2">Toets</tspan></text><g transform="translate(188 277)"><path d="M-8-8H8V8H-8Z" fill="#8a5200" stroke="#ffffff"/><text y="3.2" font-size="9" font-weight="bold" text-anchor="middle" fill="#ffffff">B</text></g>',
  },
  {
    is: 'a userTask',
    element: '<bpmn:userTask id="A"></bpmn:userTask>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5"/><g transform="translate(115 214)"><circle cy="-3.5" r="3.5" fill="#ffffff" stroke="#1f2933"/><path d="M-7 8C-7 1 7 1 7 8Z" fill="#ffffff" stroke="#1f2933"/></g>',
    labels: '',
  },
  {
    is: 'a manualTask',
    element: '<bpmn:manualTask id="A"></bpmn:manualTask>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5"/><g transform="translate(115 214)"><path d="M-8 1V-4L-2-7 0-5-3-3H6V-1H1H7V1.5H1H6.5V4H1H5V6.5H-5Z" fill="none" stroke="#1f2933" stroke-linejoin="round"/></g>',
    labels: '',
  },
  {
    is: 'a serviceTask',
    element: '<bpmn:serviceTask id="A"></bpmn:serviceTask>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5"/><g transform="translate(115 214)"><path d="M-1.5-8H1.5L2-5.5 4.5-6.8 6.8-4.5 5.5-2 8-1.5V1.5L5.5 2 6.8 4.5 4.5 6.8 2 5.5 1.5 8H-1.5L-2 5.5-4.5 6.8-6.8 4.5-5.5 2-8 1.5V-1.5L-5.5-2-6.8-4.5-4.5-6.8-2-5.5Z" fill="none" stroke="#1f2933"/><circle r="2.5" fill="none" stroke="#1f2933"/></g>',
    labels: '',
  },
  {
    is: 'a scriptTask',
    element: '<bpmn:scriptTask id="A"></bpmn:scriptTask>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5"/><g transform="translate(115 214)"><path d="M6-8H-4C-8-3 0 3-4 8H6C10 3 2-3 6-8ZM-3-4H4M-2.5 0H5M-2 4H6" fill="none" stroke="#1f2933"/></g>',
    labels: '',
  },
  {
    is: 'a businessRuleTask',
    element: '<bpmn:businessRuleTask id="A"></bpmn:businessRuleTask>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5"/><g transform="translate(115 214)"><path d="M-8-6H8V6H-8ZM-8-2H8M-8 2H8M-3-2V6" fill="none" stroke="#1f2933"/><path d="M-8-6H8V-2H-8Z" fill="#c6ccd3" stroke="#1f2933"/></g>',
    labels: '',
  },
  {
    is: 'a sendTask',
    element: '<bpmn:sendTask id="A"></bpmn:sendTask>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5"/><g transform="translate(115 214)"><path d="M-8-5.5H8V5.5H-8Z" fill="#1f2933" stroke="#1f2933"/><path d="M-8-5.5 0 1 8-5.5" fill="none" stroke="#ffffff"/></g>',
    labels: '',
  },
  {
    is: 'a receiveTask',
    element: '<bpmn:receiveTask id="A"></bpmn:receiveTask>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5"/><g transform="translate(115 214)"><path d="M-8-5.5H8V5.5H-8ZM-8-5.5 0 1 8-5.5" fill="none" stroke="#1f2933"/></g>',
    labels: '',
  },
  {
    is: 'a callActivity',
    element: '<bpmn:callActivity id="A"></bpmn:callActivity>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="4"/>',
    labels: '',
  },
  {
    is: 'a collapsed sub-process',
    element: '<bpmn:subProcess id="A" name="Deel"></bpmn:subProcess>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5"/><g transform="translate(150 269)"><path d="M-7-7H7V7H-7ZM0-4V4M-4 0H4" fill="none" stroke="#1f2933"/></g>',
    labels:
      '<text font-size="12" text-anchor="middle" fill="#1f2933"><tspan x="150" y="237.2">Deel</tspan></text>',
  },
  {
    is: 'an expanded sub-process',
    element: '<bpmn:subProcess id="A" name="Deel"></bpmn:subProcess>',
    at: [100, 200, 100, 80],
    shape: 'isExpanded="true"',
    body: '<rect x="100" y="200" width="100" height="80" fill="none" stroke="#1f2933" rx="10" stroke-width="1.5"/>',
    labels:
      '<text font-size="12" text-anchor="middle" fill="#1f2933" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"><tspan x="150" y="218">Deel</tspan></text>',
  },
  {
    is: 'a sub-process that an event starts',
    element: '<bpmn:subProcess id="A" triggeredByEvent="true"></bpmn:subProcess>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5" stroke-dasharray="1 4"/><g transform="translate(150 269)"><path d="M-7-7H7V7H-7ZM0-4V4M-4 0H4" fill="none" stroke="#1f2933"/></g>',
    labels: '',
  },
  {
    is: 'a transaction',
    element: '<bpmn:transaction id="A"></bpmn:transaction>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5"/><rect x="104" y="204" width="92" height="72" fill="none" stroke="#1f2933" rx="7"/><g transform="translate(150 269)"><path d="M-7-7H7V7H-7ZM0-4V4M-4 0H4" fill="none" stroke="#1f2933"/></g>',
    labels: '',
  },
  {
    is: 'a sub-process without an order',
    element: '<bpmn:adHocSubProcess id="A"></bpmn:adHocSubProcess>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5"/><g transform="translate(140 269)"><path d="M-7 1C-4-5-1-2 1 0 3 2 5 3 7-2" fill="none" stroke="#1f2933" stroke-width="2"/></g><g transform="translate(160 269)"><path d="M-7-7H7V7H-7ZM0-4V4M-4 0H4" fill="none" stroke="#1f2933"/></g>',
    labels: '',
  },
  {
    is: 'a step that is repeated',
    element: '<bpmn:task id="A"><bpmn:standardLoopCharacteristics/></bpmn:task>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5"/><g transform="translate(150 269)"><path d="M-3 5A6 6 0 1 1 2 5.5M-3 5-6 5.5M-3 5-3.5 1.5" fill="none" stroke="#1f2933"/></g>',
    labels: '',
  },
  {
    is: 'a step for each, one after the other',
    element: '<bpmn:task id="A"><bpmn:multiInstanceLoopCharacteristics isSequential="true"/></bpmn:task>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="#ffffff" stroke="#1f2933" rx="10" stroke-width="1.5"/><g transform="translate(150 269)"><path d="M-5-4H5M-5 0H5M-5 4H5" fill="none" stroke="#1f2933" stroke-width="2"/></g>',
    labels: '',
  },
  {
    is: 'a step for each, to undo another',
    element:
      '<bpmn:userTask id="A" name="Toets" isForCompensation="true"><bpmn:multiInstanceLoopCharacteristics/></bpmn:userTask>',
    at: [100, 200, 100, 80],
    side: 'front',
    body: '<rect x="100" y="200" width="100" height="80" fill="#dcebfa" stroke="#0b5cad" rx="10" stroke-width="2"/><g transform="translate(115 214)"><circle cy="-3.5" r="3.5" fill="#ffffff" stroke="#1f2933"/><path d="M-7 8C-7 1 7 1 7 8Z" fill="#ffffff" stroke="#1f2933"/></g><g transform="translate(140 269)"><path d="M-4-5V5M0-5V5M4-5V5" fill="none" stroke="#1f2933" stroke-width="2"/></g><g transform="translate(160 269)"><path d="M0-5V5L-7 0ZM7-5V5L0 0Z" fill="none" stroke="#1f2933"/></g>',
    labels:
      '<text font-size="12" text-anchor="middle" fill="#1f2933"><tspan x="150" y="246.2">Toets</tspan></text><g transform="translate(188 203)"><path d="M0-11 11 8H-11Z" fill="#0b5cad" stroke="#ffffff"/><text y="6" font-size="9" font-weight="bold" text-anchor="middle" fill="#ffffff">F</text></g>',
  },
  {
    is: 'a start',
    element: '<bpmn:startEvent id="A"></bpmn:startEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="1.5"/><g transform="scale(1)"></g></g>',
    labels: '',
  },
  {
    is: 'a start that interrupts nothing',
    element:
      '<bpmn:startEvent id="A" isInterrupting="false"><bpmn:messageEventDefinition/></bpmn:startEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="1.5" stroke-dasharray="4 3"/><g transform="scale(1)"><path d="M-8-5.5H8V5.5H-8ZM-8-5.5 0 1 8-5.5" fill="none" stroke="#1f2933"/></g></g>',
    labels: '',
  },
  {
    is: 'an end',
    element: '<bpmn:endEvent id="A" name="Klaar"><bpmn:messageEventDefinition/></bpmn:endEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="3.5"/><g transform="scale(1)"><path d="M-8-5.5H8V5.5H-8Z" fill="#1f2933" stroke="#1f2933"/><path d="M-8-5.5 0 1 8-5.5" fill="none" stroke="#ffffff"/></g></g>',
    labels:
      '<text font-size="11" text-anchor="middle" fill="#1f2933" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"><tspan x="118" y="251">Klaar</tspan></text>',
  },
  {
    is: 'a larger end',
    element: '<bpmn:endEvent id="A"></bpmn:endEvent>',
    at: [100, 200, 72, 90],
    body: '<g transform="translate(136 245)"><circle r="36" fill="#ffffff" stroke="#1f2933" stroke-width="3.5"/><g transform="scale(2)"></g></g>',
    labels: '',
  },
  {
    is: 'an event in between',
    element:
      '<bpmn:intermediateThrowEvent id="A"><bpmn:signalEventDefinition/></bpmn:intermediateThrowEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="1.5"/><circle r="14.5" fill="#ffffff" stroke="#1f2933" stroke-width="1.5"/><g transform="scale(1)"><path d="M0-9 8.5 6H-8.5Z" fill="#1f2933" stroke="#1f2933"/></g></g>',
    labels: '',
  },
  {
    is: 'an event that is waited for',
    element: '<bpmn:intermediateCatchEvent id="A"><bpmn:timerEventDefinition/></bpmn:intermediateCatchEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="1.5"/><circle r="14.5" fill="#ffffff" stroke="#1f2933" stroke-width="1.5"/><g transform="scale(1)"><circle r="9" fill="#ffffff" stroke="#1f2933"/><path d="M0-6.5V0L4.5 2.5M0-9V-7M0 9V7M-9 0H-7M9 0H7" fill="none" stroke="#1f2933"/></g></g>',
    labels: '',
  },
  {
    is: 'an event on a border',
    element:
      '<bpmn:boundaryEvent id="A" cancelActivity="false"><bpmn:errorEventDefinition/></bpmn:boundaryEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="1.5" stroke-dasharray="4 3"/><circle r="14.5" fill="#ffffff" stroke="#1f2933" stroke-width="1.5" stroke-dasharray="4 3"/><g transform="scale(1)"><path d="M-8 8-3-6 2 2 8-8 3 6-2-2Z" fill="none" stroke="#1f2933"/></g></g>',
    labels: '',
  },
  {
    is: 'an event of several kinds',
    element:
      '<bpmn:startEvent id="A"><bpmn:messageEventDefinition/><bpmn:timerEventDefinition/></bpmn:startEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="1.5"/><g transform="scale(1)"><path d="M0-9 8.5-2.8 5.3 7.3H-5.3L-8.5-2.8Z" fill="none" stroke="#1f2933"/></g></g>',
    labels: '',
  },
  {
    is: 'an event of a kind that stands elsewhere',
    element: '<bpmn:startEvent id="A"><bpmn:eventDefinitionRef>X</bpmn:eventDefinitionRef></bpmn:startEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="1.5"/><g transform="scale(1)"><path d="M0-9 8.5-2.8 5.3 7.3H-5.3L-8.5-2.8Z" fill="none" stroke="#1f2933"/></g></g>',
    labels: '',
  },
  {
    is: 'an end: escalation',
    element: '<bpmn:endEvent id="A"><bpmn:escalationEventDefinition/></bpmn:endEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="3.5"/><g transform="scale(1)"><path d="M0-9 6 8 0 2-6 8Z" fill="#1f2933" stroke="#1f2933"/></g></g>',
    labels: '',
  },
  {
    is: 'an end: conditional',
    element: '<bpmn:endEvent id="A"><bpmn:conditionalEventDefinition/></bpmn:endEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="3.5"/><g transform="scale(1)"><path d="M-6-8H6V8H-6ZM-4-5H4M-4-1.7H4M-4 1.7H4M-4 5H4" fill="none" stroke="#1f2933"/></g></g>',
    labels: '',
  },
  {
    is: 'an end: link',
    element: '<bpmn:endEvent id="A"><bpmn:linkEventDefinition/></bpmn:endEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="3.5"/><g transform="scale(1)"><path d="M-8-3H2V-7L9 0 2 7V3H-8Z" fill="#1f2933" stroke="#1f2933"/></g></g>',
    labels: '',
  },
  {
    is: 'an end: compensate',
    element: '<bpmn:endEvent id="A"><bpmn:compensateEventDefinition/></bpmn:endEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="3.5"/><g transform="scale(1)"><path d="M0-6V6L-8 0ZM8-6V6L0 0Z" fill="#1f2933" stroke="#1f2933"/></g></g>',
    labels: '',
  },
  {
    is: 'an end: cancel',
    element: '<bpmn:endEvent id="A"><bpmn:cancelEventDefinition/></bpmn:endEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="3.5"/><g transform="scale(1)"><path d="M-7-4-4-7 0-3 4-7 7-4 3 0 7 4 4 7 0 3-4 7-7 4-3 0Z" fill="#1f2933" stroke="#1f2933"/></g></g>',
    labels: '',
  },
  {
    is: 'an end: terminate',
    element: '<bpmn:endEvent id="A"><bpmn:terminateEventDefinition/></bpmn:endEvent>',
    at: [100, 200, 36, 36],
    body: '<g transform="translate(118 218)"><circle r="18" fill="#ffffff" stroke="#1f2933" stroke-width="3.5"/><g transform="scale(1)"><circle r="10" fill="#1f2933"/></g></g>',
    labels: '',
  },
  {
    is: 'a exclusiveGateway',
    element: '<bpmn:exclusiveGateway id="A"></bpmn:exclusiveGateway>',
    at: [100, 200, 50, 50],
    body: '<path d="M125 200L150 225L125 250L100 225Z" fill="#ffffff" stroke="#1f2933"/><g transform="translate(125 225)"><path d="M-7-7 7 7M7-7-7 7" fill="none" stroke="#1f2933" stroke-width="3"/></g>',
    labels: '',
  },
  {
    is: 'a parallelGateway',
    element: '<bpmn:parallelGateway id="A"></bpmn:parallelGateway>',
    at: [100, 200, 50, 50],
    body: '<path d="M125 200L150 225L125 250L100 225Z" fill="#ffffff" stroke="#1f2933"/><g transform="translate(125 225)"><path d="M0-10V10M-10 0H10" fill="none" stroke="#1f2933" stroke-width="3"/></g>',
    labels: '',
  },
  {
    is: 'a inclusiveGateway',
    element: '<bpmn:inclusiveGateway id="A"></bpmn:inclusiveGateway>',
    at: [100, 200, 50, 50],
    body: '<path d="M125 200L150 225L125 250L100 225Z" fill="#ffffff" stroke="#1f2933"/><g transform="translate(125 225)"><circle r="10" fill="none" stroke="#1f2933" stroke-width="3"/></g>',
    labels: '',
  },
  {
    is: 'a complexGateway',
    element: '<bpmn:complexGateway id="A"></bpmn:complexGateway>',
    at: [100, 200, 50, 50],
    body: '<path d="M125 200L150 225L125 250L100 225Z" fill="#ffffff" stroke="#1f2933"/><g transform="translate(125 225)"><path d="M0-10V10M-10 0H10M-7-7 7 7M7-7-7 7" fill="none" stroke="#1f2933" stroke-width="2"/></g>',
    labels: '',
  },
  {
    is: 'a eventBasedGateway',
    element: '<bpmn:eventBasedGateway id="A"></bpmn:eventBasedGateway>',
    at: [100, 200, 50, 50],
    body: '<path d="M125 200L150 225L125 250L100 225Z" fill="#ffffff" stroke="#1f2933"/><g transform="translate(125 225)"><circle r="12" fill="none" stroke="#1f2933"/><g transform="translate(0 0)"><path d="M0-9 8.5-2.8 5.3 7.3H-5.3L-8.5-2.8Z" fill="none" stroke="#1f2933"/></g></g>',
    labels: '',
  },
  {
    is: 'a gateway with its name below',
    element: '<bpmn:exclusiveGateway id="A" name="Ja?"></bpmn:exclusiveGateway>',
    at: [100, 200, 50, 50],
    body: '<path d="M125 200L150 225L125 250L100 225Z" fill="#ffffff" stroke="#1f2933"/><g transform="translate(125 225)"><path d="M-7-7 7 7M7-7-7 7" fill="none" stroke="#1f2933" stroke-width="3"/></g>',
    labels:
      '<text font-size="11" text-anchor="middle" fill="#1f2933" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"><tspan x="125" y="265">Ja?</tspan></text>',
  },
  {
    is: 'a gateway with its name where the file puts it',
    element: '<bpmn:exclusiveGateway id="A" name="Ja?"></bpmn:exclusiveGateway>',
    at: [100, 200, 50, 50],
    label: '<bpmndi:BPMNLabel><dc:Bounds x="300" y="400" width="120" height="20"/></bpmndi:BPMNLabel>',
    body: '<path d="M125 200L150 225L125 250L100 225Z" fill="#ffffff" stroke="#1f2933"/><g transform="translate(125 225)"><path d="M-7-7 7 7M7-7-7 7" fill="none" stroke="#1f2933" stroke-width="3"/></g>',
    labels:
      '<text font-size="11" text-anchor="middle" fill="#1f2933" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"><tspan x="360" y="413.9">Ja?</tspan></text>',
  },
  {
    is: 'an annotation',
    element: '<bpmn:textAnnotation id="A"><bpmn:text> Let op </bpmn:text></bpmn:textAnnotation>',
    at: [100, 200, 100, 80],
    body: '<path d="M112 200H100V280H112" fill="none" stroke="#1f2933"/>',
    labels:
      '<text font-size="11" text-anchor="start" fill="#1f2933" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"><tspan x="107" y="215">Let op</tspan></text>',
  },
  {
    is: 'data',
    element: '<bpmn:dataObjectReference id="A" name="Stuk"></bpmn:dataObjectReference>',
    at: [100, 200, 36, 50],
    body: '<path d="M100 200h26l10 10v40h-36ZM126 200v10h10" fill="#ffffff" stroke="#1f2933"/>',
    labels:
      '<text font-size="11" text-anchor="middle" fill="#1f2933" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"><tspan x="118" y="265">Stuk</tspan></text>',
  },
  {
    is: 'narrow data',
    element: '<bpmn:dataObjectReference id="A"></bpmn:dataObjectReference>',
    at: [100, 200, 18, 50],
    body: '<path d="M100 200h12l6 6v44h-18ZM112 200v6h6" fill="#ffffff" stroke="#1f2933"/>',
    labels: '',
  },
  {
    is: 'a data store',
    element: '<bpmn:dataStoreReference id="A" name="Bank"></bpmn:dataStoreReference>',
    at: [100, 200, 50, 50],
    body: '<path d="M100 207a25 7 0 0 1 50 0v36a25 7 0 0 1 -50 0ZM100 207a25 7 0 0 0 50 0" fill="#ffffff" stroke="#1f2933"/>',
    labels:
      '<text font-size="11" text-anchor="middle" fill="#1f2933" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"><tspan x="125" y="265">Bank</tspan></text>',
  },
  {
    is: 'a group',
    element: '<bpmn:group id="A" name="x"></bpmn:group>',
    at: [100, 200, 100, 80],
    body: '<rect x="100" y="200" width="100" height="80" fill="none" stroke="#1f2933" rx="10" stroke-dasharray="10 5 2 5"/>',
    labels: '',
  },
  {
    is: 'a pool',
    element: '<bpmn:participant id="A" name="Gemeente" processRef="P"></bpmn:participant>',
    at: [100, 200, 600, 120],
    body: '<rect x="100" y="200" width="600" height="120" fill="#ffffff" stroke="#1f2933"/><rect x="100" y="200" width="30" height="120" fill="#f2f4f6" stroke="#1f2933"/>',
    labels:
      '<text font-size="12" text-anchor="middle" fill="#1f2933" transform="rotate(-90 115 260)"><tspan x="115" y="264.2">Gemeente</tspan></text>',
  },
  {
    is: 'a pool without a process',
    element: '<bpmn:participant id="A" name="Burger"></bpmn:participant>',
    at: [100, 200, 600, 120],
    body: '<rect x="100" y="200" width="600" height="120" fill="#ffffff" stroke="#1f2933"/>',
    labels:
      '<text font-size="12" text-anchor="middle" fill="#1f2933"><tspan x="400" y="264.2">Burger</tspan></text>',
  },
  {
    is: 'a pool that stands upright',
    element: '<bpmn:participant id="A" name="Gemeente" processRef="P"></bpmn:participant>',
    at: [100, 200, 120, 600],
    shape: 'isHorizontal="false"',
    body: '<rect x="100" y="200" width="120" height="600" fill="#ffffff" stroke="#1f2933"/><rect x="100" y="200" width="120" height="30" fill="#f2f4f6" stroke="#1f2933"/>',
    labels:
      '<text font-size="12" text-anchor="middle" fill="#1f2933"><tspan x="160" y="219.2">Gemeente</tspan></text>',
  },
  {
    is: 'a lane of the front office',
    element: '<bpmn:lane id="A" name="Balie"></bpmn:lane>',
    at: [100, 200, 600, 120],
    side: 'front',
    body: '<rect x="100" y="200" width="600" height="120" fill="#ffffff" stroke="#1f2933"/><rect x="100" y="200" width="30" height="120" fill="#dcebfa" stroke="#1f2933"/>',
    labels:
      '<text font-size="12" text-anchor="middle" fill="#1f2933" transform="rotate(-90 115 260)"><tspan x="115" y="264.2">Balie</tspan></text><g transform="translate(115 216)"><path d="M0-11 11 8H-11Z" fill="#0b5cad" stroke="#ffffff"/><text y="6" font-size="9" font-weight="bold" text-anchor="middle" fill="#ffffff">F</text></g>',
  },
  {
    is: 'a lane with a long name',
    element: '<bpmn:lane id="A" name="Klantcontactcentrum van de gemeente"></bpmn:lane>',
    at: [100, 200, 600, 120],
    body: '<rect x="100" y="200" width="600" height="120" fill="#ffffff" stroke="#1f2933"/><rect x="100" y="200" width="30" height="120" fill="#f2f4f6" stroke="#1f2933"/>',
    labels:
      '<text font-size="11" text-anchor="middle" fill="#1f2933" transform="rotate(-90 115 260)"><tspan x="115" y="257.3">Klantcontactcentrum</tspan><tspan x="115" y="270.5">van de gemeente</tspan></text>',
  },
];

function shapeOf({
  element,
  at: [x, y, width, height],
  shape = '',
  label = '',
}: Omit<Row, 'body' | 'labels'>) {
  const drawing = `<bpmndi:BPMNShape bpmnElement="A" ${shape}><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/>${label}</bpmndi:BPMNShape>`;
  const file = definitions(
    `<bpmn:process id="P">${element}</bpmn:process><bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="P">${drawing}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`,
  );
  return drawnDiagramOf(accepted(file).root)!.shapes[0]!;
}

describe('The picture', () => {
  it.each(ROWS)('of $is is its outline, its sign and its name', ({ body, labels, ...row }) => {
    const painted = paintShape(shapeOf(row), row.side ? SIDES[row.side] : undefined);
    expect(painted.body.replace(/<title>.*?<\/title>/, '')).toBe(`<g>${body}</g>`);
    expect(painted.labels).toBe(labels);
  });

  it('has a title for each: its name, else its kind, and its side in words', () => {
    const titled = (attributes: string, side?: ShapeSide) =>
      /<title>(.*?)<\/title>/.exec(
        paintShape(shapeOf({ is: '', element: `<bpmn:task id="A" ${attributes}/>`, at: [0, 0, 1, 1] }), side)
          .body,
      )![1];
    expect(titled('name=" Toets "')).toBe('Toets');
    expect(titled('')).toBe('task');
    expect(titled('', SIDES.front)).toBe('task – w');
    expect(titled(`name="${'x'.repeat(400)}"`)).toBe('x'.repeat(300));
  });

  it('has what holds others below the rest', () => {
    const holds = (kind: string, shape = '') =>
      isContainer(shapeOf({ is: '', element: `<bpmn:${kind} id="A"/>`, at: [0, 0, 1, 1], shape }));
    for (const kind of ['participant', 'lane', 'group']) expect([kind, holds(kind)]).toEqual([kind, true]);
    for (const kind of ['subProcess', 'transaction', 'adHocSubProcess', 'subChoreography'])
      expect([kind, holds(kind, 'isExpanded="true"'), holds(kind)]).toEqual([kind, true, false]);
    expect([holds('task'), holds('task', 'isExpanded="true"')]).toEqual([false, false]);
  });
});

describe('A shape of a drawing', () => {
  const read = (bounds: string, kind = 'task', more = '') => {
    const file = definitions(
      `<bpmn:process id="P"><bpmn:${kind} id="A"/></bpmn:process><bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="P"><bpmndi:BPMNShape bpmnElement="q:A"><dc:Bounds ${bounds}/>${more}</bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`,
    );
    const drawn = drawnDiagramOf(accepted(file).root)!;
    const numbers = ({ x, y, width, height }: Bounds) => [x, y, width, height];
    const [shape] = drawn.shapes;
    return { bounds: numbers(shape!.bounds), extent: numbers(drawn.extent), label: shape!.label };
  };

  it('has the size that its kind usually has where the file says none', () => {
    const size = (kind: string, bounds = 'x="0" y="0"') => read(bounds, kind).bounds.slice(2);
    expect([
      size('task'),
      size('startEvent'),
      size('exclusiveGateway'),
      size('dataObjectReference'),
      size('lane'),
      size('participant'),
    ]).toEqual([
      [100, 80],
      [36, 36],
      [50, 50],
      [36, 50],
      [600, 120],
      [600, 120],
    ]);
    for (const bad of ['0', '-5', 'x', '50001', ''])
      expect(size('task', `x="0" y="0" width="${bad}" height="${bad}"`)).toEqual([100, 80]);
    expect(size('task', 'x="0" y="0" width="50000" height="1"')).toEqual([50_000, 1]);
  });

  it('stands below the rest where its place is beyond 50,000 or none', () => {
    expect(read('x="50000" y="-50000" width="10" height="20"')).toMatchObject({
      bounds: [50_000, -50_000, 10, 20],
      extent: [50_000, -50_000, 10, 20],
    });
    expect(read('x="50001" y="0" width="10" height="20"')).toMatchObject({
      bounds: [0, 40, 10, 20],
      extent: [0, 40, 10, 20],
    });
    expect(read('y="0" width="10" height="20"').extent).toEqual([0, 40, 10, 20]);
  });

  it('has its label where the file puts it, and counts that in', () => {
    const label = (bounds: string) => `<bpmndi:BPMNLabel><dc:Bounds ${bounds}/></bpmndi:BPMNLabel>`;
    const at = (bounds: string) => read('x="10" y="20" width="30" height="40"', 'task', label(bounds));
    expect(at('x="-5" y="100" width="200" height="10"')).toMatchObject({
      label: { x: -5, y: 100, width: 200, height: 10 },
      extent: [-5, 20, 200, 90],
    });
    expect(at('x="0" y="0" width="2000" height="10"').label?.width).toBe(2000);
    expect([
      at('x="0" y="0" width="2001" height="10"').label,
      at('x="z" y="0"').label,
      read('x="10" y="20" width="30" height="40"').label,
    ]).toEqual([undefined, undefined, undefined]);
    expect(read('x="10" y="20" width="30" height="40"', 'task', '<bpmndi:BPMNLabel/>').label).toBeUndefined();
  });

  it('is none for what holds all, nor for what is not there', () => {
    const shapes = (kind: string, ref: string) =>
      drawnDiagramOf(
        accepted(
          definitions(
            `<bpmn:${kind} id="X"/><bpmn:process id="P"><bpmn:task id="A"/></bpmn:process><bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="P"><bpmndi:BPMNShape bpmnElement="${ref}"><dc:Bounds x="0" y="0"/></bpmndi:BPMNShape></bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`,
          ),
        ).root,
      )?.shapes.length;
    expect(['process', 'collaboration', 'choreography', 'laneSet'].map((kind) => shapes(kind, 'X'))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
    expect([shapes('message', 'X'), shapes('message', 'gone'), shapes('message', 'A')]).toEqual([
      1,
      undefined,
      1,
    ]);
  });

  it('inside a sub-process is there where that is expanded, and others stand beside each other', () => {
    const shapes = (expanded: boolean, ...bounds: string[]) => {
      const drawn = ['S', 'A', 'B'].map(
        (id, i) =>
          `<bpmndi:BPMNShape bpmnElement="${id}" isExpanded="${expanded}"><dc:Bounds ${bounds[i]} width="50" height="40"/></bpmndi:BPMNShape>`,
      );
      const file = definitions(
        `<bpmn:process id="P"><bpmn:subProcess id="S"><bpmn:task id="A"/></bpmn:subProcess><bpmn:task id="B"/></bpmn:process><bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="P">${drawn.join('')}</bpmndi:BPMNPlane></bpmndi:BPMNDiagram>`,
      );
      return drawnDiagramOf(accepted(file).root)!.shapes.map(({ id, bounds: { x, y } }) => `${id} ${x} ${y}`);
    };
    const place = 'x="0" y="0"';
    expect(shapes(true, place, place, place)).toEqual(['S 0 0', 'A 0 0', 'B 0 0']);
    expect(shapes(false, place, place, place)).toEqual(['S 0 0', 'B 0 0']);
    expect(shapes(true, place, 'x="?" y="0"', 'x="?" y="0"')).toEqual(['S 0 0', 'A 0 80', 'B 90 80']);
  });
});
