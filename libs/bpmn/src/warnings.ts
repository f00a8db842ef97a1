import type { Outline } from './outline.js';
import { placeOf } from './xml/problem.js';
import type { DiagramWarning, WarningCode } from './xml/problem.js';
import { BPMN, BPMN_DI, DC, DI } from './xml/namespaces.js';
import { attribute, childrenNamed, elementsOf } from './xml/xml-tree.js';
import type { XmlElement } from './xml/xml-tree.js';

const REFERENCES = ['sourceRef', 'targetRef', 'bpmnElement', 'default', 'attachedToRef', 'processRef'];
/** What is still a sensible place on a canvas, in pixels. */
const FARTHEST = 1_000_000;

/**
 * What is unusual about a diagram and worth telling; one line per kind, with the number of cases and the
 * first of them.
 */
export function warningsAbout(
  text: string,
  definitions: XmlElement,
  ids: Map<string, number>,
  outline: Outline,
): DiagramWarning[] {
  const found = new Map<WarningCode, { count: number; first: string; element: XmlElement }>();
  const note = (code: WarningCode, first: string, element: XmlElement) => {
    const known = found.get(code);
    if (known) known.count++;
    else found.set(code, { count: 1, first: first.slice(0, 200), element });
  };
  // The inside of a collapsed sub-process has a plane of its own, which the editor opens: that is no second
  // drawing.
  const collapsed = new Set(
    outline.steps.flatMap(({ id, kind }) =>
      id !== undefined && /subProcess|transaction/i.test(kind) ? [id] : [],
    ),
  );
  let planes = 0;
  for (const element of elementsOf(definitions)) {
    if (isPlane(element) && !collapsed.has(attribute(element, 'bpmnElement') ?? '') && ++planes > 1)
      note('severalDiagrams', attribute(element, 'id') ?? '', element);
    if (element.uri === DC || element.uri === DI) checkCoordinates(element, note);
    if (element.uri !== BPMN && element.uri !== BPMN_DI) continue;
    const id = attribute(element, 'id');
    if (id !== undefined && (ids.get(id) ?? 0) > 1) note('duplicateId', id, element);
    else if (id !== undefined && !/^[\p{L}_][\p{L}\p{M}\p{N}._\-\u00b7]*$/u.test(id))
      note('illegalId', id, element);
    for (const name of REFERENCES) {
      const ref = attribute(element, name)?.trim();
      if (ref && !ids.has(ref) && !ids.has(ref.replace(/^[^:]*:/, '')))
        note('danglingReference', ref, element);
    }
    for (const ref of childrenNamed(element, BPMN, 'flowNodeRef')) {
      if (!ids.has(ref.text.trim())) note('danglingReference', ref.text.trim(), ref);
    }
  }
  const warnings = [...found].map(
    ([code, { count, first, element }]): DiagramWarning => ({
      code,
      params: { count, first },
      line: placeOf(text, element.start).line,
    }),
  );
  const nameless = outline.steps.filter((step) => step.id === undefined).length;
  if (nameless > 0) warnings.push({ code: 'missingId', params: { count: nameless } });
  if (!outline.drawn) warnings.push({ code: 'noDrawing', params: {} });
  return warnings;
}

function isPlane({ uri, local }: XmlElement): boolean {
  return uri === BPMN_DI && local === 'BPMNPlane';
}

function checkCoordinates(
  element: XmlElement,
  note: (code: WarningCode, first: string, element: XmlElement) => void,
): void {
  for (const name of ['x', 'y', 'width', 'height']) {
    const value = attribute(element, name);
    if (value !== undefined && !(Math.abs(Number(value)) <= FARTHEST))
      note('impossibleCoordinates', value, element);
  }
}
