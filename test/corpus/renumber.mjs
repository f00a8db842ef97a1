/**
 * Diagrams whose ids were moved on by one, as by a tool that renumbers its elements when a step is
 * inserted: every id is then that of another element.
 */

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const STANDARD = /^http:\/\/www\.omg\.org\/spec\/(BPMN|DD)\//;
const REFERENCE =
  /^(sourceRef|targetRef|default|calledElement|bpmnElement|incoming|outgoing|flowNodeRef|supports|labelStyle|sourceElement|targetElement|choreographyActivityShape|\w+Refs?)$/;

/** An element and all that is in it, in the order of the file. */
export function* all(element) {
  yield element;
  for (const child of element.children) yield* all(child);
}

export const valueOf = (element, local) =>
  element.attributes.find((one) => one.uri === '' && one.local === local)?.value;

/** Ids of the file in its order; `ofOneKind` gives a list for each kind of element. */
function idsOf(root, ofOneKind) {
  const lists = new Map();
  for (const element of all(root)) {
    const id = STANDARD.test(element.uri) && element !== root ? valueOf(element, 'id') : undefined;
    if (!id?.trim() || id !== id.trim()) continue;
    const kind = ofOneKind ? element.local : '';
    lists.set(kind, (lists.get(kind) ?? new Set()).add(id));
  }
  return [...lists.values()].map((ids) => [...ids]);
}

/** What each id becomes: that of the next element, or of the one before. */
export function movedByOne(root, { ofOneKind, back }) {
  const names = new Map();
  for (const ids of idsOf(root, ofOneKind)) {
    const line = back ? ids.reverse() : ids;
    line.forEach((id, i) => names.set(id, line[i + 1] ?? `${id}_next`));
  }
  return names;
}

/** The same diagram with other ids, wherever they stand or are referred to. */
export function withNames(text, root, names) {
  const told = (value) => {
    const plain = value.trim();
    if (names.has(plain)) return names.get(plain);
    const [, prefix, local] = /^([^:]*:)(.*)$/.exec(plain) ?? [];
    return local !== undefined && names.has(local) ? prefix + names.get(local) : undefined;
  };
  const splices = [];
  for (const element of all(root)) {
    if (!STANDARD.test(element.uri)) continue;
    const tag = text.slice(element.start, element.startTagEnd);
    for (const { uri, local, value } of element.attributes) {
      const to = uri === '' && (local === 'id' || REFERENCE.test(local)) ? told(value) : undefined;
      const found = to === undefined ? null : new RegExp(`\\s${local}\\s*=\\s*("[^"]*"|'[^']*')`).exec(tag);
      if (!found) continue;
      const start = element.start + found.index + found[0].length - found[1].length;
      splices.push({ start, end: start + found[1].length, text: `"${to}"` });
    }
    const isLink = element.local === 'source' || element.local === 'target';
    const refers = element.uri === BPMN && (REFERENCE.test(element.local) || isLink);
    const to = refers && element.children.length === 0 ? told(element.text) : undefined;
    if (to !== undefined) splices.push({ start: element.startTagEnd, end: element.endTagStart, text: to });
  }
  let result = '';
  let at = 0;
  for (const splice of splices.sort((a, b) => a.start - b.start)) {
    result += text.slice(at, splice.start) + splice.text;
    at = splice.end;
  }
  return result + text.slice(at);
}
