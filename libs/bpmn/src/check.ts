import { isFlowNode } from './flow-nodes.js';
import { inventoryOf, properIds, type Inventory } from './inventory.js';
import { MAX_FLOW_NODES, MAX_NEAREST_LENGTH } from './xml/limits.js';
import { TooTangled } from './nearest-steps.js';
import type { Outline } from './outline.js';
import type { DiagramProblem, DiagramWarning } from './xml/problem.js';
import { readOutline } from './read-outline.js';
import { warningsAbout } from './warnings.js';
import { decodeXml } from './xml/decode.js';
import { BPMN, BPMN_DI, DC, DI } from './xml/namespaces.js';
import { parseXml } from './xml/xml-tree.js';
import type { XmlElement } from './xml/xml-tree.js';

/**
 * A BPMN file that can be worked with: its text, its elements with their places, and what matters of it. A
 * class, because getters of an object literal cost as much as all of the reading of a small file.
 */
export class Diagram {
  constructor(
    /** Without byte order mark. */
    readonly text: string,
    /** What the bytes were decoded with, lower case, e.g. `utf-8` or `iso-8859-1`. */
    readonly encoding: string,
    /** `definitions`. */
    readonly root: XmlElement,
    readonly outline: Outline,
    private readonly inventory: Inventory,
  ) {}

  /** The ids that stand once in the file, on any element; found when asked for. */
  get ids(): string[] {
    return properIds(this.inventory);
  }

  /** Found when asked for. */
  get warnings(): DiagramWarning[] {
    return warningsAbout(this.text, this.root, this.inventory.ids, this.outline);
  }
}

export type DiagramReading = { ok: true; diagram: Diagram } | { ok: false; problems: DiagramProblem[] };

/**
 * Reads a BPMN 2.0 file as it was sent, and says why where it cannot be taken. Never throws; stops at the
 * first thing that is wrong, so `problems` holds one. Nothing is fetched, no entity is resolved, and the time
 * is bounded by the limits in `limits.ts`.
 */
export function readDiagram(bytes: Uint8Array): DiagramReading {
  const decoded = decodeXml(bytes);
  return decoded.ok
    ? readDiagramText(decoded.text, decoded.encoding)
    : { ok: false, problems: [decoded.problem] };
}

/**
 * The same for a file that is not stored yet. Its bounds are stricter: what was stored before there was such
 * a bound must still be read.
 */
export function readNewDiagram(bytes: Uint8Array): DiagramReading {
  const reading = readDiagram(bytes);
  if (!reading.ok) return reading;
  let room = MAX_NEAREST_LENGTH;
  for (const { nearest } of reading.diagram.outline.entries) for (const key of nearest) room -= key.length;
  return room < 0 ? refused('tooTangled') : reading;
}

/** `readDiagram` for text at hand, such as an editor hands out; `encoding` is kept for information only. */
export function readDiagramText(text: string, encoding = 'utf-8'): DiagramReading {
  if (/^\s*[{[]/.test(text)) return refused('json');
  if (!/^\ufeff?\s*</.test(text)) return refused(/\S/.test(text) ? 'notXml' : 'empty');
  let flowNodes = 0;
  const parsed = parseXml(text, (element, depth) => {
    if (depth === 0) return notBpmn(element);
    if (!isFlowNode(element) || ++flowNodes <= MAX_FLOW_NODES) return undefined;
    return { code: 'tooManyFlowNodes', params: { limit: MAX_FLOW_NODES } };
  });
  if (!parsed.ok) return { ok: false, problems: [parsed.problem] };
  try {
    const { root } = parsed;
    const inventory = inventoryOf(root);
    const outline = readOutline(root, inventory, flowNodes);
    return { ok: true, diagram: new Diagram(text, encoding, root, outline, inventory) };
  } catch (error) {
    if (error instanceof TooTangled) return refused('tooTangled');
    throw error;
  }
}

const refused = (code: DiagramProblem['code']): DiagramReading => ({
  ok: false,
  problems: [{ code, params: {} }],
});

/** Files that also are XML, by a piece of their namespace or root name. */
const OTHERS: [kind: string, sign: RegExp][] = [
  ['DMN', /\/dmn\//i],
  ['CMMN', /\/cmmn\//i],
  ['XPDL', /xpdl/i],
  ['SVG', /2000\/svg/],
  ['XHTML', /xhtml/i],
  ['BPEL', /bpel/i],
  ['BPMN beta', /bpmn/i],
];

/** What stands in a BPMN 2.0 file: the process, and its drawing. */
const PARTS = new Set([BPMN, BPMN_DI, DI, DC]);

function notBpmn(root: XmlElement): DiagramProblem | undefined {
  if (root.uri === BPMN && root.local === 'definitions') return undefined;
  if (PARTS.has(root.uri)) return { code: 'fragment', params: { element: root.local.slice(0, 200) } };
  const kind = OTHERS.find(([, sign]) => sign.test(root.uri))?.[0] ?? '';
  const namespace = root.uri.length > 200 ? `${root.uri.slice(0, 200)}…` : root.uri;
  return { code: 'notBpmn', params: { element: root.local.slice(0, 200), namespace, kind } };
}
