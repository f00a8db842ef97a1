import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import type { NodeKind } from '../../canvas/diagram/nodes.js';
import { FormField } from '../../ui/form-field.js';
import { KindOptions } from './kind-options.js';
import type { Structure } from './structure.js';
import { useNodeWords } from './use-node-words.js';

interface Props {
  structure: Structure;
  /** The step that is selected: the new one is offered to come after it. */
  after: string | undefined;
  onAdded(id: string): void;
  onCancel(): void;
}

/** Adds a step after another one, or loose in a lane. */
export function AddStepForm({ structure, after, onAdded, onCancel }: Props) {
  const { t } = useTranslation('stepList');
  const { t: shell } = useTranslation('shell');
  const { nodes, lanes, editing } = structure;
  const { label } = useNodeWords(nodes);
  const [name, setName] = useState('');
  const [kind, setKind] = useState<NodeKind>('userTask');
  const [lane, setLane] = useState('');
  const [before, setBefore] = useState(nodes.some((node) => node.id === after) ? after! : '');
  const [error, setError] = useState<string>();

  const add = async () => {
    if (name.trim() === '') return setError(t('nameMissing'));
    try {
      const id = editing.addStep({
        name: name.trim(),
        kind,
        ...(lane && { laneId: lane }),
        ...(before && { afterId: before }),
      });
      await structure.settle();
      structure.announce(t('added', { name: name.trim() }));
      onAdded(id);
    } catch (failure) {
      setError(t('failed', { message: (failure as Error).message }));
    }
  };

  return (
    <form
      className="step-form"
      aria-label={t('addTitle')}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <FormField label={t('name')} error={error}>
        {(control) => (
          <input
            {...control}
            className="utrecht-textbox utrecht-textbox--html-input"
            type="text"
            // biome-ignore lint/a11y/noAutofocus: the person has just opened this form
            autoFocus
            required
            maxLength={4000}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </FormField>
      <FormField label={t('kind')}>
        {(control) => (
          <select
            {...control}
            className="utrecht-select utrecht-select--html-select"
            value={kind}
            onChange={(event) => setKind(event.target.value as NodeKind)}
          >
            <KindOptions others />
          </select>
        )}
      </FormField>
      <FormField label={t('after')}>
        {(control) => (
          <select
            {...control}
            className="utrecht-select utrecht-select--html-select"
            value={before}
            onChange={(event) => setBefore(event.target.value)}
          >
            <option value="">{t('afterNothing')}</option>
            {nodes
              .filter((node) => node.kind !== 'endEvent')
              .map((node) => (
                <option key={node.id} value={node.id}>
                  {label(node.id)}
                </option>
              ))}
          </select>
        )}
      </FormField>
      {lanes.length > 0 && (
        <FormField label={t('lane')}>
          {(control) => (
            <select
              {...control}
              className="utrecht-select utrecht-select--html-select"
              value={lane}
              onChange={(event) => setLane(event.target.value)}
            >
              <option value="">{t('anyLane')}</option>
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
          {t('addDo')}
        </Button>
        <Button purpose="secondary" type="button" onClick={onCancel}>
          {shell('cancel')}
        </Button>
      </div>
    </form>
  );
}
