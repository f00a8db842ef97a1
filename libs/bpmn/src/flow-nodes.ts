import { CHOREOGRAPHY, EVENTS, GATEWAYS, STEPS, SUB_PROCESSES } from './flow-node-names.js';
import type { Inventory } from './inventory.js';
import { BPMN } from './xml/namespaces.js';
import { attribute } from './xml/xml-tree.js';
import type { XmlElement } from './xml/xml-tree.js';

const FLOW_NODES = new Set<string>([...STEPS, ...EVENTS, ...GATEWAYS, ...CHOREOGRAPHY]);
const STEP = new Set<string>(STEPS);
const SUB_PROCESS = new Set<string>(SUB_PROCESSES);

export const isFlowNode = (element: XmlElement) => element.uri === BPMN && FLOW_NODES.has(element.local);

/** A flow node that stands in a process or in an expanded sub-process. */
export interface FlowNode {
  /** Place among the flow nodes, in the order of the file. */
  order: number;
  element: XmlElement;
  id?: string;
  step: boolean;
  /** An expanded sub-process: no step itself, its inner nodes follow. */
  expanded: boolean;
  /** The expanded sub-process around it. */
  around?: FlowNode;
  /** The element that holds it: a process or an expanded sub-process. */
  container: XmlElement;
  processId?: string;
}

/** The flow nodes that count, in the order of the file, and the processes. */
export function flowNodesOf(
  definitions: XmlElement,
  inventory: Inventory,
): { nodes: FlowNode[]; processes: XmlElement[] } {
  let collapsed: Set<string> | undefined;
  const processes = definitions.children.filter((child) => child.uri === BPMN && child.local === 'process');
  const nodes: FlowNode[] = [];
  const stack: { container: XmlElement; around?: FlowNode; processId?: string; next: number }[] = [];
  for (const process of processes) {
    const processId = attribute(process, 'id');
    stack.push({ container: process, ...(processId !== undefined && { processId }), next: 0 });
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const element = top.container.children[top.next++];
      if (!element) {
        stack.pop();
        continue;
      }
      if (!isFlowNode(element)) continue;
      const id = attribute(element, 'id');
      const expanded =
        SUB_PROCESS.has(element.local) &&
        !(id !== undefined && (collapsed ??= collapsedIds(inventory)).has(id));
      const node: FlowNode = {
        order: nodes.length,
        element,
        step: STEP.has(element.local) && !expanded,
        expanded,
        container: top.container,
        ...(id !== undefined && { id }),
        ...(top.around && { around: top.around }),
        ...(top.processId !== undefined && { processId: top.processId }),
      };
      nodes.push(node);
      if (expanded)
        stack.push({
          container: element,
          around: node,
          ...(top.processId !== undefined && { processId: top.processId }),
          next: 0,
        });
    }
  }
  return { nodes, processes };
}

/** The first shape decides: it is the one that an editor opens. */
function collapsedIds({ ids, shapes }: Inventory): Set<string> {
  const seen = new Set<string>();
  const result = new Set<string>();
  for (const shape of shapes) {
    const ref = attribute(shape, 'bpmnElement')?.trim() ?? '';
    const id = ids.has(ref) ? ref : ref.replace(/^[^:]*:/, '');
    if (seen.has(id)) continue;
    seen.add(id);
    if (attribute(shape, 'isExpanded') !== 'true') result.add(id);
  }
  return result;
}
