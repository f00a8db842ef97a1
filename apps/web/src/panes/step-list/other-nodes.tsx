import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import type { CanvasNode } from '../../canvas/diagram/nodes.js';
import { useNodeWords } from './use-node-words.js';

interface Props {
  nodes: CanvasNode[];
  all: CanvasNode[];
  edited: string | undefined;
  editor(id: string): ReactNode;
  onEdit(id: string): void;
}

/**
 * Gateways and events: no steps, but flows run through them, so a person who works in the list must reach
 * them.
 */
export function OtherNodes({ nodes, all, edited, editor, onEdit }: Props) {
  const { t } = useTranslation('stepList');
  const { kind, label } = useNodeWords(all);
  if (nodes.length === 0) return undefined;
  return (
    <details className="other-nodes">
      <summary>{t('others', { count: nodes.length })}</summary>
      <ul>
        {nodes.map((node) => (
          <li key={node.id}>
            <span className="other-nodes__name">{label(node.id)}</span>
            {node.name.trim() !== '' && <span className="step-table__kind">{kind(node.kind)}</span>}
            <Button
              purpose="subtle"
              data-focus={`edit ${node.id}`}
              aria-expanded={edited === node.id}
              aria-label={t('editName', { name: label(node.id) })}
              onClick={() => onEdit(node.id)}
            >
              {t('edit')}
            </Button>
            {editor(node.id)}
          </li>
        ))}
      </ul>
    </details>
  );
}
