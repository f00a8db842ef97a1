import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import { otherNodeKinds, stepKinds, type CanvasNode, type NodeKind } from '../../canvas/diagram/nodes.js';
import { FormField } from '../../ui/form-field.js';
import { Connections } from './connections.js';
import { KindOptions } from './kind-options.js';
import type { Structure } from './structure.js';
import { useNodeWords } from './use-node-words.js';

interface Props {
  structure: Structure;
  node: CanvasNode;
  onClose(): void;
  onRemoved(): void;
}

/** Name, kind, lane and connections of one flow node, and its removal. */
export function NodeEditor({ structure, node, onClose, onRemoved }: Props) {
  const { t } = useTranslation('stepList');
  const { t: shell } = useTranslation('shell');
  const { editing, lanes, nodes } = structure;
  const { label } = useNodeWords(nodes);
  const [name, setName] = useState(node.name);
  const [kind, setKind] = useState(node.kind);
  const [lane, setLane] = useState(node.laneId ?? '');
  const [error, setError] = useState<string>();
  const changeable = ([...stepKinds, ...otherNodeKinds] as string[]).includes(node.kind);
  const isStep = (stepKinds as readonly string[]).includes(node.kind);

  const attempt = async (change: () => void, said: string, after: () => void) => {
    setError(undefined);
    try {
      change();
      await structure.settle();
      structure.announce(said);
      after();
    } catch (failure) {
      setError(t('failed', { message: (failure as Error).message }));
    }
  };
  const apply = () => {
    const different = name.trim() !== node.name || kind !== node.kind || lane !== (node.laneId ?? '');
    const change = () => {
      if (name.trim() !== node.name) editing.rename(node.id, name.trim());
      if (lane !== '' && lane !== node.laneId) editing.moveToLane(node.id, lane);
      if (kind !== node.kind) editing.setKind(node.id, kind as NodeKind);
    };
    void attempt(
      change,
      different ? t('applied', { name: name.trim() || label(node.id) }) : t('appliedNothing'),
      onClose,
    );
  };

  return (
    <div
      className="step-form"
      role="group"
      aria-label={t('editName', { name: label(node.id) })}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          apply();
        }}
      >
        <FormField label={t('name')} error={error}>
          {(control) => (
            <input
              {...control}
              className="utrecht-textbox utrecht-textbox--html-input"
              type="text"
              // biome-ignore lint/a11y/noAutofocus: the person has just opened this form
              autoFocus
              maxLength={4000}
              value={name}
              onChange={(event) => setName(event.target.value)}
            />
          )}
        </FormField>
        {changeable && isStep && (
          <FormField label={t('kind')}>
            {(control) => (
              <select
                {...control}
                className="utrecht-select utrecht-select--html-select"
                value={kind}
                onChange={(event) => setKind(event.target.value)}
              >
                <KindOptions others={false} />
              </select>
            )}
          </FormField>
        )}
        {lanes.length > 0 && (
          <FormField label={t('lane')}>
            {(control) => (
              <select
                {...control}
                className="utrecht-select utrecht-select--html-select"
                value={lane}
                onChange={(event) => setLane(event.target.value)}
              >
                {!node.laneId && <option value="">{t('noLane')}</option>}
                {lanes.map((each) => (
                  <option key={each.id} value={each.id}>
                    {each.name || each.id}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        )}
        <div className="actions">
          <Button purpose="primary" type="submit">
            {t('apply')}
          </Button>
          <Button purpose="secondary" type="button" onClick={onClose}>
            {shell('close')}
          </Button>
          <Button
            purpose="secondary"
            hint="negative"
            type="button"
            aria-label={t('removeName', { name: label(node.id) })}
            onClick={() =>
              void attempt(() => editing.remove(node.id), t('removed', { name: label(node.id) }), onRemoved)
            }
          >
            {t('remove')}
          </Button>
        </div>
      </form>
      <Connections structure={structure} node={node} />
    </div>
  );
}
