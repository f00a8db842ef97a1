import { readDiagramText, type XmlElement } from '#bpmn';

/** What a sentence needs to know of an element besides what a change says: what it is called, and where it stands. */
export interface Place {
  type: string;
  name: string;
  /** Of a flow: ids of its ends. */
  from?: string;
  to?: string;
  /** Id of what leads to it first. */
  behind?: string;
}

export type Places = (id: string) => Place | undefined;

export const nowhere: Places = () => undefined;

/** The elements of two drawings by id; of what stands in both, the first drawing says what it is. Texts that are no BPMN hold nothing. */
export function placesIn(...texts: (string | undefined)[]): Places {
  const found = new Map<string, Place>();
  for (const text of texts) {
    const reading = text === undefined ? undefined : readDiagramText(text);
    if (reading?.ok) for (const [id, place] of placesOf(reading.diagram.root)) if (!found.has(id)) found.set(id, place);
  }
  return (id) => found.get(id);
}

function placesOf(root: XmlElement): Map<string, Place> {
  const found = new Map<string, Place>();
  const waiting = [root];
  for (let element = waiting.pop(); element; element = waiting.pop()) {
    for (const child of element.children) waiting.push(child);
    const id = valueOf(element, 'id');
    if (id === undefined || found.has(id) || /(^|\/)(DI|DC)$/.test(element.uri)) continue;
    const [from, to] = [valueOf(element, 'sourceRef'), valueOf(element, 'targetRef')];
    found.set(id, { type: element.local, name: valueOf(element, 'name') ?? '', ...(from && { from }), ...(to && { to }) });
  }
  for (const { from, to } of [...found.values()]) {
    const target = to === undefined ? undefined : found.get(to);
    if (from !== undefined && target) target.behind ??= from;
  }
  return found;
}

const valueOf = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find(({ local, uri }) => local === name && uri === '')?.value;
