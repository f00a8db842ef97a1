import { readDiagramText, type XmlElement } from '#bpmn';

/**
 * What a sentence needs to know of an element besides what a change says: what it is called, and where it
 * stands.
 */
interface Place {
  type: string;
  name: string;
  /** Of a flow: ids of its ends. */
  from?: string;
  to?: string;
  /** Id of what leads to it first. */
  behind?: string;
  /**
   * Of a message, signal and the like, which are not drawn themselves: id of the event or task that speaks of
   * it.
   */
  usedBy?: string;
}

export type Places = (id: string) => Place | undefined;

export const nowhere: Places = () => undefined;

const REFERENCES = ['messageRef', 'signalRef', 'errorRef', 'escalationRef'];

/**
 * The elements of some drawings by id; of an element in more than one, the first says what it is. Texts that
 * are no BPMN hold nothing.
 */
export function placesIn(...texts: (string | undefined)[]): Places {
  const found = new Map<string, Place>();
  for (const text of texts) {
    const reading = text === undefined ? undefined : readDiagramText(text);
    if (reading?.ok)
      for (const [id, place] of placesOf(reading.diagram.root)) if (!found.has(id)) found.set(id, place);
  }
  return (id) => found.get(id);
}

function placesOf(root: XmlElement): Map<string, Place> {
  const found = new Map<string, Place>();
  const uses: [what: string, by: string][] = [];
  const waiting: { element: XmlElement; within: string | undefined }[] = [
    { element: root, within: undefined },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { element, within } = next;
    if (/\/(DI|DC)$/.test(element.uri)) continue;
    const id = valueOf(element, 'id');
    const drawn = id === undefined || element.local.endsWith('EventDefinition') ? within : id;
    for (const child of element.children) waiting.push({ element: child, within: drawn });
    for (const name of drawn === undefined ? [] : REFERENCES) {
      const what = valueOf(element, name);
      if (what !== undefined) uses.push([what, drawn!]);
    }
    if (id !== undefined && !found.has(id)) found.set(id, placeOf(element));
  }
  for (const { from, to } of [...found.values()]) {
    const target = to === undefined ? undefined : found.get(to);
    if (from !== undefined && target) target.behind ??= from;
  }
  for (const [what, by] of uses) {
    const place = found.get(what);
    if (place) place.usedBy ??= by;
  }
  return found;
}

function placeOf(element: XmlElement): Place {
  const [from, to] = [valueOf(element, 'sourceRef'), valueOf(element, 'targetRef')];
  const text = element.children.find(({ local }) => local === 'text')?.text.trim();
  const name = element.local === 'textAnnotation' ? text : valueOf(element, 'name');
  return { type: element.local, name: name ?? '', ...(from && { from }), ...(to && { to }) };
}

const valueOf = (element: XmlElement, name: string): string | undefined =>
  element.attributes.find(({ local, uri }) => local === name && uri === '')?.value;
