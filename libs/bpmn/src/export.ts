import type { Diagram } from './check.js';
import { inventoryOf } from './inventory.js';
import {
  bindingMarkup,
  channelsMarkup,
  dataRequestMarkup,
  handoverMarkup,
  knipDeclaration,
  knipMarkup,
} from './knip-markup.js';
import type { Markup } from './knip-markup.js';
import type { CarriedContent, CarriedHandover } from './outline.js';
import { BPMN, KNIP, XMLNS } from './xml/namespaces.js';
import { extension, removal, spliced } from './xml/splice.js';
import type { Splice } from './xml/splice.js';
import { attribute, childrenNamed, elementsOf } from './xml/xml-tree.js';
import type { XmlElement } from './xml/xml-tree.js';

/**
 * What was decided on a process, as far as it travels in its diagram. What names an id that the diagram
 * lacks, or has twice, is left out.
 */
export interface ExportDecisions {
  steps: ({ id: string } & Partial<Pick<CarriedContent, 'knip' | 'binding' | 'channels' | 'dataRequests'>>)[];
  /** Of the process as a whole. */
  channels?: CarriedContent['channels'];
  handovers: ({ flowId: string } & CarriedHandover)[];
}

/** Where decisions stand, these are all of them: what the file carries besides would read as decided. */
const STATE_ONLY = ['knip', 'binding', 'handover'];

/**
 * The diagram's text with decisions in `extensionElements` (docs/namespace.md); everything else stays as it
 * was sent, except that the declared encoding becomes UTF-8, in which the text is to be written. Knips,
 * bindings and hand-overs that the file carried are taken out; channels and data requests stay where there is
 * no decision on them, considerations always.
 */
export function withDecisions(diagram: Diagram, decisions: ExportDecisions): string {
  const { text, root } = diagram;
  const wanted = wantedMarkup(decisions, root);
  const splices: Splice[] = [];
  const { prefix, declared } = freePrefix(root);
  let inserted = false;
  for (const element of elementsOf(root)) {
    const { markup = [], replaces = new Set<string>() } = wanted.get(element) ?? {};
    for (const holder of childrenNamed(element, BPMN, 'extensionElements')) {
      for (const child of holder.children) {
        if (child.uri === KNIP && (STATE_ONLY.includes(child.local) || replaces.has(child.local)))
          splices.push(removal(text, child));
      }
    }
    if (markup.length === 0) continue;
    splices.push(
      extension(
        text,
        element,
        markup.map((piece) => piece(prefix)),
      ),
    );
    inserted = true;
  }
  if (inserted && !declared) {
    const at = root.startTagEnd - 1;
    splices.push({ start: at, end: at, text: knipDeclaration(prefix) });
  }
  return declaredUtf8(spliced(text, splices));
}

interface Wanted {
  markup: Markup[];
  /** Kinds of our elements that the new ones stand for. */
  replaces: Set<string>;
}

function wantedMarkup(decisions: ExportDecisions, root: XmlElement): Map<XmlElement, Wanted> {
  const { ids } = inventoryOf(root);
  const byId = new Map<string, XmlElement>();
  for (const element of elementsOf(root)) {
    const id = attribute(element, 'id');
    if (element.uri === BPMN && id !== undefined && ids.get(id) === 1) byId.set(id, element);
  }
  const wanted = new Map<XmlElement, Wanted>();
  const want = (element: XmlElement | undefined, kind: string, markup: Markup[]) => {
    if (!element) return;
    const known = wanted.get(element) ?? { markup: [], replaces: new Set<string>() };
    wanted.set(element, { markup: [...known.markup, ...markup], replaces: known.replaces.add(kind) });
  };
  if (decisions.channels) {
    const processes = childrenNamed(root, BPMN, 'process');
    for (const process of processes) want(process, 'channels', []);
    want(processes[0], 'channels', [channelsMarkup(decisions.channels)]);
  }
  for (const { id, knip, binding, channels, dataRequests } of decisions.steps) {
    const element = byId.get(id);
    if (binding) want(element, 'binding', [bindingMarkup(binding)]);
    if (knip) want(element, 'knip', [knipMarkup(knip)]);
    if (channels) want(element, 'channels', [channelsMarkup(channels)]);
    if (dataRequests) want(element, 'dataRequest', dataRequests.map(dataRequestMarkup));
  }
  for (const handover of decisions.handovers)
    want(byId.get(handover.flowId), 'handover', [handoverMarkup(handover)]);
  return wanted;
}

/** A prefix that means our namespace wherever the file declares it, or that it declares nowhere. */
function freePrefix(root: XmlElement): { prefix: string; declared: boolean } {
  const taken = new Set<string>();
  for (const element of elementsOf(root)) {
    for (const { uri, prefix, local, value } of element.attributes) {
      if (uri === XMLNS && prefix !== '' && value !== KNIP) taken.add(local);
    }
  }
  const onRoot = root.attributes.find(
    (a) => a.uri === XMLNS && a.prefix !== '' && a.value === KNIP && !taken.has(a.local),
  );
  if (onRoot) return { prefix: onRoot.local, declared: true };
  let prefix = 'knip';
  for (let n = 1; taken.has(prefix); n++) prefix = `knip${n}`;
  return { prefix, declared: false };
}

/** The text of a file with UTF-8 as the encoding it declares, where it declares one. */
export function declaredUtf8(text: string): string {
  return text.replace(/^(<\?xml\s[^>]*?\sencoding\s*=\s*)(?:"[^"]*"|'[^']*')/, '$1"UTF-8"');
}
