import type { CanvasNode } from '../../canvas/diagram/nodes.js';

/** How a flow node is called in lists: by its name, else by its kind and what comes before it. */
export function nodeLabel(
  node: CanvasNode,
  nodes: ReadonlyMap<string, CanvasNode>,
  words: { kind(kind: string): string; after(kind: string, name: string): string },
): string {
  if (node.name.trim() !== '') return node.name;
  const before = node.incoming.map((flow) => nodes.get(flow.fromId)?.name.trim()).find((name) => name);
  const kind = words.kind(node.kind);
  return before ? words.after(kind, before) : kind;
}
