import BpmnUpdater from 'bpmn-js/lib/features/modeling/BpmnUpdater';
import type { BusinessObject } from '../../diagram/elements.js';

/**
 * Says where an element belongs after a command. A step may be drawn where the file does not put it: beside
 * the pool that is not drawn, or inside a sub-process that has no shape. As long as it stays on what it was
 * drawn on, it also stays in the process or sub-process that holds it. What undo brings back is in none.
 */
export class KeptProcess extends BpmnUpdater {
  override updateParent(...[element, oldParent]: Parameters<BpmnUpdater['updateParent']>): void {
    const inFile = (element.businessObject as BusinessObject).$parent;
    if (inFile && oldParent && element.parent === oldParent) return;
    super.updateParent(element, oldParent);
  }

  override updateSemanticParent(
    child: BusinessObject,
    parent: BusinessObject | null,
    visualParent?: BusinessObject,
  ): void {
    // A collaboration holds no steps and lanes; its processes do.
    const inProcess = child.$type === 'bpmn:Lane' || isFlowElement(child);
    const to = parent?.$type === 'bpmn:Collaboration' && inProcess ? processOn(parent, child) : parent;
    if (to && parent !== to && processOf(child) === to) return;
    super.updateSemanticParent(child as never, to as never, visualParent as never);
  }
}

const isFlowElement = (element: BusinessObject): boolean =>
  (element as BusinessObject & { $instanceOf(type: string): boolean }).$instanceOf('bpmn:FlowElement');

function processOf(element: BusinessObject): BusinessObject | undefined {
  let at: BusinessObject | undefined = element;
  while (at && at.$type !== 'bpmn:Process') at = at.$parent;
  return at;
}

/** The process an element is in, else the first that a pool of the collaboration has. */
function processOn(collaboration: BusinessObject, element: BusinessObject): BusinessObject | null {
  const pools = collaboration.get('participants') as BusinessObject[];
  const processes = pools.flatMap((pool) => (pool.get('processRef') as BusinessObject | undefined) ?? []);
  return processOf(element) ?? processes[0] ?? null;
}
