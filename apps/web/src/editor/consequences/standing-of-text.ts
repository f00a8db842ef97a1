import { readDiagramText, type XmlElement } from '#bpmn';
import type { Side } from '#contract';
import type { Standing } from '../../canvas/diagram/standing.js';

/**
 * The same of a text as the canvas tells of what is on it; undefined where it cannot be read.
 * @param named gives the ids to use instead of those of the text
 */
export function standingOfText(
  xml: string,
  named: (id: string) => string = (id) => id,
): Standing | undefined {
  const reading = readDiagramText(xml);
  if (!reading.ok) return undefined;
  const { outline, root } = reading.diagram;
  const steps = outline.steps.flatMap(({ id, name, lane }): [string, { name: string; side?: Side }][] =>
    id === undefined ? [] : [[named(id), { name, ...(lane?.side && { side: lane.side }) }]],
  );
  const elements = elementsOf(root).flatMap((element) => {
    const id = valueOf(element, 'id');
    return id === undefined ? [] : [[named(id), valueOf(element, 'name') ?? ''] as const];
  });
  const lanes = outline.lanes.flatMap(({ id }) => (id === undefined ? [] : [named(id)]));
  return { steps: new Map(steps), elements: new Map(elements), lanes: new Set(lanes) };
}

/** Without recursion: a text may be as deep as it likes. */
function elementsOf(root: XmlElement): XmlElement[] {
  const found = [root];
  for (const element of found) found.push(...element.children);
  return found;
}

const valueOf = ({ attributes }: XmlElement, local: string) =>
  attributes.find((one) => one.local === local && one.uri === '')?.value;
