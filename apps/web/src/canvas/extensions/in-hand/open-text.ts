import type { BusinessObject, DiagramElement } from '../../diagram/elements.js';

/** Where an element has the text that is typed in the box over it; undefined where it has none. */
function placeOf(element: DiagramElement): { holder: BusinessObject; property: string } | undefined {
  const { businessObject } = element;
  if (businessObject.$type === 'bpmn:TextAnnotation') return { holder: businessObject, property: 'text' };
  if (businessObject.$type !== 'bpmn:Group') return { holder: businessObject, property: 'name' };
  const value = businessObject.get('categoryValueRef') as BusinessObject | undefined;
  return value && { holder: value, property: 'value' };
}

/**
 * Writes a text into an element past the editor's commands, which would close the box in which it is typed.
 * @returns puts back what was there
 */
export function lendText(element: DiagramElement, text: string): () => void {
  const place = placeOf(element);
  if (!place) return () => undefined;
  const { holder, property } = place;
  const before = holder.get(property);
  holder.set(property, text === '' ? undefined : text);
  return () => holder.set(property, before);
}
