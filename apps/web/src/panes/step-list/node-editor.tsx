import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import { otherNodeKinds, stepKinds, type CanvasNode, type NodeKind } from '../../canvas/diagram/nodes.js';
import { useKeptForm } from '../../process/use-kept-form.js';
import { SelectField, TextField } from '../../ui/form/fields.js';
import { Form } from '../../ui/form/form.js';
import { Connections } from './connections.js';
import { KindOptions } from './kind-options.js';
import type { Structure } from './structure.js';
import { useNodeWords } from './use-node-words.js';

interface Props {
  /** Id of the process. */
  process: string;
  structure: Structure;
  node: CanvasNode;
  onClose(): void;
  onRemoved(): void;
}

/** Name, kind, lane and connections of one flow node, and its removal. */
export function NodeEditor({ process, structure, node, onClose, onRemoved }: Props) {
  const { t } = useTranslation('stepList');
  const { t: shell } = useTranslation('shell');
  const { editing, lanes, nodes } = structure;
  const { label } = useNodeWords(nodes);
  const changeable = ([...stepKinds, ...otherNodeKinds] as string[]).includes(node.kind);
  const isStep = (stepKinds as readonly string[]).includes(node.kind);

  const attempt = async (change: () => void, said: string, after: () => void) => {
    form.clearErrors();
    try {
      change();
      if (!(await structure.settle())) return false;
      structure.announce(said);
      after();
      return true;
    } catch (failure) {
      form.setFieldError('name', t('failed', { message: (failure as Error).message }));
      return false;
    }
  };
  const form = useKeptForm({
    typed: {
      process,
      form: 'edit',
      element: node.id,
      about: label(node.id),
      ids: (values, now) => ({ ...values, lane: now(values.lane) }),
    },
    start: { name: node.name, kind: node.kind, lane: node.laneId ?? '' },
    send: ({ kind, lane, ...values }) => {
      const name = values.name.trim();
      const different = name !== node.name || kind !== node.kind || lane !== (node.laneId ?? '');
      const change = () => {
        if (name !== node.name) editing.rename(node.id, name);
        if (lane !== '' && lane !== node.laneId) editing.moveToLane(node.id, lane);
        if (kind !== node.kind) editing.setKind(node.id, kind as NodeKind);
      };
      return attempt(
        change,
        different ? t('applied', { name: name || label(node.id) }) : t('appliedNothing'),
        onClose,
      );
    },
  });

  return (
    <div
      className="step-form"
      role="group"
      aria-label={t('editName', { name: label(node.id) })}
      onKeyDown={(event) => event.key === 'Escape' && onClose()}
    >
      <Form
        form={form}
        actions={
          <>
            <Button purpose="primary" type="submit">
              {t('apply')}
            </Button>
            <Button purpose="secondary" type="button" onClick={onClose}>
              {shell('close')}
            </Button>
            {form.touched && (
              <Button purpose="subtle" type="button" onClick={form.discard}>
                {t('discard')}
              </Button>
            )}
            <Button
              purpose="secondary"
              hint="negative"
              type="button"
              aria-label={t('removeName', { name: label(node.id) })}
              onClick={() =>
                void attempt(
                  () => editing.remove(node.id),
                  t('removed', { name: label(node.id) }),
                  () => {
                    form.discard();
                    onRemoved();
                  },
                )
              }
            >
              {t('remove')}
            </Button>
          </>
        }
      >
        <TextField label={t('name')} type="text" autoFocus maxLength={4000} {...form.getInputProps('name')} />
        {changeable && isStep && (
          <SelectField label={t('kind')} {...form.getInputProps('kind')}>
            <KindOptions others={false} />
          </SelectField>
        )}
        {lanes.length > 0 && (
          <SelectField label={t('lane')} {...form.getInputProps('lane')}>
            {!node.laneId && <option value="">{t('noLane')}</option>}
            {lanes.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name || each.id}
              </option>
            ))}
          </SelectField>
        )}
      </Form>
      <Connections structure={structure} node={node} />
    </div>
  );
}
