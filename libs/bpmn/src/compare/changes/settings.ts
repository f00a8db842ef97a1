import { BPMN } from '../../xml/namespaces.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import type { ChangeKind } from './comparison.js';
import { expressionLanguage } from '../side/content.js';
import type { Thing } from '../side/side.js';
import { isReference, scopeIn } from '../side/written.js';
import type { ChangeList } from './change-list.js';
import { attributeDifferences, differencesOf } from './lists.js';
import type { Difference, Part } from './lists.js';

/** What the name of a kind says already. */
const SAID: Partial<Record<ChangeKind, string>> = {
  documentation: 'documentation',
  annotation: 'text',
  condition: 'conditionExpression',
};

/** Notes differences as changes: those of other namespaces as extensions, the rest as the kind given. */
export function note(
  list: ChangeList,
  kind: ChangeKind,
  before: Thing,
  after: Thing,
  differences: Difference[],
): void {
  for (const { property, foreign, before: one, after: other } of differences) {
    list.add(foreign ? 'extension' : kind, before, after, {
      ...((foreign || SAID[kind] !== property) && { property }),
      ...(one !== undefined && { before: one }),
      ...(other !== undefined && { after: other }),
    });
  }
}

/** What differs inside two elements of BPMN that stand for one another, setting by setting. */
export function settingsOf(list: ChangeList, before: Part, after: Part): Difference[] {
  const [one, other] = [before.elements[0]!, after.elements[0]!];
  const language = (side: 'before' | 'after', difference: Difference) =>
    difference[side] ?? expressionLanguage(list.pairs[side]);
  const found = attributeDifferences(before, after, one, other).filter(
    (difference) =>
      !isReference(difference.property) &&
      !(
        difference.property === 'language' && language('before', difference) === language('after', difference)
      ),
  );
  const code = one.children.length === 0 && other.children.length === 0;
  if (code && one.text.trim() !== other.text.trim()) {
    found.push({
      property: one.local,
      foreign: false,
      ...(one.text.trim() !== '' && { before: one.text.trim() }),
      ...(other.text.trim() !== '' && { after: other.text.trim() }),
    });
  }
  const inside = (part: Part, element: XmlElement): Part => ({
    ...part,
    scope: scopeIn(element, part.scope),
    elements: element.children.flatMap((child) =>
      child.uri === BPMN && child.local === 'extensionElements' ? child.children : [child],
    ),
  });
  return [...found, ...differencesOf(inside(before, one), inside(after, other), '')];
}
