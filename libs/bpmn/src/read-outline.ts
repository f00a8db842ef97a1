import { carriedContent, carriedChannels, carriedHandover } from './carried-content.js';
import type { StepKind } from './flow-node-names.js';
import { flowNodesOf } from './flow-nodes.js';
import type { Inventory } from './inventory.js';
import { copied, keys, localRef, nameOf } from './keys.js';
import { lanesOf } from './lanes.js';
import { nearestSteps } from './nearest-steps.js';
import type { Outline, OutlineStep, StepEntry } from './outline.js';
import { BPMN, BPMN_DI } from './xml/namespaces.js';
import { attribute, childrenNamed } from './xml/xml-tree.js';
import type { XmlElement } from './xml/xml-tree.js';

const AUTOMATIC = new Set(['serviceTask', 'scriptTask', 'businessRuleTask']);

/**
 * What matters of a diagram for the cut (model.md, "Steps, sides, hand-overs"), from the `definitions`
 * element. `inventory` is that of the file, `total` says how many flow nodes it has. Throws `TooTangled`
 * where the steps before all flows together exceed `MAX_NEAREST`.
 */
export function readOutline(definitions: XmlElement, inventory: Inventory, total: number): Outline {
  const keyOf = keys(inventory.ids);
  const { nodes, processes } = flowNodesOf(definitions, inventory);
  const { lanes, laneOf } = lanesOf(inventory.lanes, keyOf);
  const participants = participantNames(definitions);
  const steps: OutlineStep[] = [];
  const keyOfStep: string[] = [];
  for (const node of nodes) {
    if (!node.step) continue;
    const participant = participants.get(node.processId ?? '');
    const lane = laneOf(node);
    const key = keyOf(node.element);
    keyOfStep[node.order] = key.key;
    steps.push({
      ...key,
      kind: node.element.local as StepKind,
      name: nameOf(node.element),
      automatic: AUTOMATIC.has(node.element.local),
      ...(lane && { lane }),
      ...(participant && { participant }),
      ...carriedContent(node.element),
    });
  }
  const { inward, messages } = nearestSteps(definitions, nodes);
  const entries: StepEntry[] = [];
  for (const { flow, into, nearest, kind } of [...inward, ...messages]) {
    const { key, id, decidable } = keyOf(flow);
    const flowName = nameOf(flow);
    const handover = carriedHandover(flow);
    entries.push({
      flow: key,
      ...(id !== undefined && { flowId: id }),
      ...(flowName && { flowName }),
      decidable,
      kind,
      into: keyOfStep[into.order]!,
      nearest: nearest.map((node) => keyOfStep[node.order]!),
      ...(handover && { handover }),
    });
  }
  const channels = processes.map(carriedChannels).find((c) => c !== undefined);
  return {
    steps,
    entries,
    lanes,
    ...(channels && { channels }),
    flowNodes: total,
    drawn: isDrawn(definitions, inventory.ids, total),
  };
}

/** Names of pools by the id of their process; a pool without a name or without a process has none. */
function participantNames(definitions: XmlElement): Map<string, string> {
  const names = new Map<string, string>();
  for (const collaboration of childrenNamed(definitions, BPMN, 'collaboration')) {
    for (const participant of childrenNamed(collaboration, BPMN, 'participant')) {
      const process = localRef(attribute(participant, 'processRef'));
      const name = copied(nameOf(participant));
      if (process && name && !names.has(process)) names.set(process, name);
    }
  }
  return names;
}

function isDrawn(definitions: XmlElement, ids: Map<string, number>, flowNodes: number): boolean {
  for (const diagram of childrenNamed(definitions, BPMN_DI, 'BPMNDiagram')) {
    for (const plane of childrenNamed(diagram, BPMN_DI, 'BPMNPlane')) {
      if (flowNodes === 0) return true;
      // Editors know elements by their bare id only: a reference with a prefix shows nothing.
      if (
        plane.children.some(
          (shape) =>
            shape.local === 'BPMNShape' &&
            shape.uri === BPMN_DI &&
            ids.has(attribute(shape, 'bpmnElement')?.trim() ?? ''),
        )
      )
        return true;
    }
  }
  return false;
}
