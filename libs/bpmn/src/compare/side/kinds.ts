import { CHOREOGRAPHY, EVENTS, GATEWAYS, STEPS } from '../../flow-node-names.js';
import { BPMN } from '../../xml/namespaces.js';
import type { XmlElement } from '../../xml/xml-tree.js';

/**
 * What a thing is to the diagram: stands in it, connects two that do, holds others, or is only referred to.
 */
type Role = 'node' | 'edge' | 'container' | 'definition';

export interface Kind {
  role: Role;
  /** Elements of one family can become one another and stay the same thing. */
  family: string;
  /** The ways along an edge of this family, as seen from its source and from its target. */
  forth: string;
  back: string;
}

const FAMILIES: [role: Role, family: string, locals: readonly string[]][] = [
  ['node', 'activity', [...STEPS, ...CHOREOGRAPHY]],
  ['node', 'event', EVENTS],
  ['node', 'gateway', GATEWAYS],
  ['node', 'data', ['dataObjectReference', 'dataStoreReference']],
  ['node', 'textAnnotation', ['textAnnotation']],
  ['node', 'group', ['group']],
  ['node', 'participant', ['participant']],
  ['node', 'conversation', ['conversation', 'subConversation', 'callConversation']],
  ['edge', 'sequenceFlow', ['sequenceFlow']],
  ['edge', 'messageFlow', ['messageFlow']],
  ['edge', 'association', ['association']],
  ['edge', 'dataInputAssociation', ['dataInputAssociation']],
  ['edge', 'dataOutputAssociation', ['dataOutputAssociation']],
  ['edge', 'conversationLink', ['conversationLink']],
  ['container', 'process', ['process']],
  [
    'container',
    'collaboration',
    ['collaboration', 'choreography', 'globalConversation', 'globalChoreographyTask'],
  ],
  ['container', 'laneSet', ['laneSet', 'childLaneSet']],
  ['container', 'lane', ['lane']],
  ...[
    'message',
    'signal',
    'error',
    'escalation',
    'dataObject',
    'dataStore',
    'category',
    'categoryValue',
    'itemDefinition',
    'interface',
    'operation',
    'resource',
    'partnerEntity',
    'partnerRole',
    'endPoint',
    'correlationProperty',
    'correlationKey',
    'import',
    'extension',
    'relationship',
  ].map((local): [Role, string, string[]] => ['definition', local, [local]]),
  [
    'definition',
    'globalTask',
    ['globalTask', 'globalUserTask', 'globalManualTask', 'globalScriptTask', 'globalBusinessRuleTask'],
  ],
];
const kind = (role: Role, family: string): Kind => ({
  role,
  family,
  forth: `>${family}`,
  back: `<${family}`,
});
const KINDS = new Map(
  FAMILIES.flatMap(([role, family, locals]) =>
    locals.map((local): [string, Kind] => [local, kind(role, family)]),
  ),
);
const EVENT_DEFINITION = kind('definition', 'eventDefinition');
/** `definitions`, which holds all. */
export const WHOLE = kind('container', 'definitions');

/** The kind of an element that can be known again by itself; undefined for what is only part of one. */
export function kindOf(element: XmlElement, atRoot: boolean): Kind | undefined {
  if (element.uri !== BPMN) return undefined;
  // Inside an event it is part of the event; at the root it is shared by reference.
  if (atRoot && isEventDefinition(element)) return EVENT_DEFINITION;
  // Only definitions have an extension of this name; elsewhere it is content.
  if ((element.local === 'extension' || element.local === 'import') && !atRoot) return undefined;
  return KINDS.get(element.local);
}

export const isEventDefinition = ({ uri, local }: XmlElement) =>
  uri === BPMN && local.endsWith('EventDefinition');

/** Families whose things stand in the flow of a process. */
export const isFlowFamily = (family: string) =>
  family === 'activity' || family === 'event' || family === 'gateway';

/** A step, event or gateway may become another of the three; all else stays in its family. */
export const kindred = (one: Kind, other: Kind) =>
  one.family === other.family || (isFlowFamily(one.family) && isFlowFamily(other.family));
