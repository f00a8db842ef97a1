import { sideFrom } from './carried-content.js';
import type { FlowNode } from './flow-nodes.js';
import { copied, nameOf } from './keys.js';
import type { Key } from './keys.js';
import type { OutlineLane } from './outline.js';
import { MAX_COPIED_NAME } from './xml/limits.js';
import { BPMN, KNIP } from './xml/namespaces.js';
import { attribute, childrenNamed } from './xml/xml-tree.js';
import type { XmlElement } from './xml/xml-tree.js';

type LaneOfStep = { id?: string; name: string; side?: OutlineLane['side'] };

/**
 * Lanes as lists show them, from all lane elements in the order of the file, each with its side; and the lane
 * of a flow node: the innermost that names it, else that of what encloses it.
 */
export function lanesOf(
  elements: XmlElement[],
  keyOf: (element: XmlElement) => Key,
): { lanes: OutlineLane[]; laneOf: (node: FlowNode) => LaneOfStep | undefined } {
  const lanes: OutlineLane[] = [];
  const named = new Map<string, { lane: LaneOfStep; depth: number }>();
  const around = new Map<XmlElement, { depth: number; side: OutlineLane['side'] }>();
  for (const element of elements) {
    const outer = around.get(element);
    const depth = outer ? outer.depth + 1 : 0;
    // The innermost lane that carries a side wins, so one without a side has that of the lane around it.
    const side = sideFrom(attribute(element, 'side', KNIP)) ?? outer?.side;
    for (const set of childrenNamed(element, BPMN, 'childLaneSet')) {
      for (const child of childrenNamed(set, BPMN, 'lane')) around.set(child, { depth, side });
    }
    const { key, id } = keyOf(element);
    const lane: LaneOfStep = {
      ...(id !== undefined && { id }),
      name: nameOf(element),
      ...(side && { side }),
    };
    lanes.push({ key, ...lane });
    const member = { lane: repeated(lane), depth };
    for (const ref of childrenNamed(element, BPMN, 'flowNodeRef')) {
      const id = ref.text.trim();
      const known = named.get(id);
      if (!known || depth > known.depth) named.set(id, member);
    }
  }
  const laneOf = (node: FlowNode): LaneOfStep | undefined => {
    for (let at: FlowNode | undefined = node; at; at = at.around) {
      const found = at.id !== undefined && named.get(at.id);
      if (found) return found.lane;
    }
    return undefined;
  };
  return { lanes, laneOf };
}

/** A lane as each of its steps repeats it: what is long stands once, in the list of lanes. */
function repeated({ id, name, side }: LaneOfStep): LaneOfStep {
  return {
    ...(id !== undefined && id.length <= MAX_COPIED_NAME && { id }),
    name: copied(name),
    ...(side && { side }),
  };
}
