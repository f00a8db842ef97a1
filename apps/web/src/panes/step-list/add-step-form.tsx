import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import type { NodeKind } from '../../canvas/diagram/nodes.js';
import { useKeptForm } from '../../process/use-kept-form.js';
import { SelectField, TextField } from '../../ui/form/fields.js';
import { Form } from '../../ui/form/form.js';
import { KindOptions } from './kind-options.js';
import type { Structure } from './structure.js';
import { useNodeWords } from './use-node-words.js';

interface Props {
  /** Id of the process. */
  process: string;
  structure: Structure;
  /** The step that is selected: the new one is offered to come after it. */
  after: string | undefined;
  onAdded(id: string): void;
  onCancel(): void;
}

/** Adds a step after another one, or loose in a lane. */
export function AddStepForm({ process, structure, after, onAdded, onCancel }: Props) {
  const { t } = useTranslation('stepList');
  const { t: shell } = useTranslation('shell');
  const { nodes, lanes, editing } = structure;
  const { label } = useNodeWords(nodes);
  const form = useKeptForm({
    typed: {
      process,
      form: 'add',
      about: t('add'),
      ids: (values, now) => ({ ...values, before: now(values.before), lane: now(values.lane) }),
    },
    start: {
      name: '',
      kind: 'userTask' as NodeKind,
      before: nodes.some((node) => node.id === after) ? after! : '',
      lane: '',
    },
    check: ({ name }) => ({ name: name.trim() === '' ? t('nameMissing') : undefined }),
    send: async ({ kind, before, lane, ...values }) => {
      const name = values.name.trim();
      try {
        const id = editing.addStep({
          name,
          kind,
          ...(lane && { laneId: lane }),
          ...(before && { afterId: before }),
        });
        await structure.settle();
        structure.announce(t('added', { name }));
        onAdded(id);
        return true;
      } catch (failure) {
        form.setFieldError('name', t('failed', { message: (failure as Error).message }));
        return false;
      }
    },
  });

  return (
    <Form
      form={form}
      className="step-form"
      aria-label={t('addTitle')}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
      actions={
        <>
          <Button purpose="primary" type="submit">
            {t('addDo')}
          </Button>
          <Button
            purpose="secondary"
            type="button"
            onClick={() => {
              form.discard();
              onCancel();
            }}
          >
            {shell('cancel')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('name')}
        type="text"
        autoFocus
        required
        maxLength={4000}
        {...form.getInputProps('name')}
      />
      <SelectField label={t('kind')} {...form.getInputProps('kind')}>
        <KindOptions others />
      </SelectField>
      <SelectField label={t('after')} {...form.getInputProps('before')}>
        <option value="">{t('afterNothing')}</option>
        {nodes
          .filter((node) => node.kind !== 'endEvent')
          .map((node) => (
            <option key={node.id} value={node.id}>
              {label(node.id)}
            </option>
          ))}
      </SelectField>
      {lanes.length > 0 && (
        <SelectField label={t('lane')} {...form.getInputProps('lane')}>
          <option value="">{t('anyLane')}</option>
          {lanes.map((each) => (
            <option key={each.id} value={each.id}>
              {each.name || each.id}
            </option>
          ))}
        </SelectField>
      )}
    </Form>
  );
}
