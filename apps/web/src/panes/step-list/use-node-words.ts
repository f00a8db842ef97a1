import { useTranslation } from 'react-i18next';
import type { CanvasNode } from '../../canvas/diagram/nodes.js';
import { nodeLabel } from './node-labels.js';

/** Names of flow nodes and kinds in the language of the page. */
export function useNodeWords(nodes: CanvasNode[]) {
  const { t } = useTranslation('stepList');
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const kind = (name: string) => t(`kinds.${name}` as 'kinds.task', name);
  const words = { kind, after: (of: string, name: string) => t('nodeAfter', { kind: of, name }) };
  const label = (id: string) => {
    const node = byId.get(id);
    return node ? nodeLabel(node, byId, words) : id;
  };
  return { kind, label };
}
