import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import type { CanvasFlow, CanvasNode } from '../../canvas/diagram/nodes.js';
import { SelectField } from '../../ui/form/fields.js';
import { Form } from '../../ui/form/form.js';
import { useForm } from '../../ui/form/use-form.js';
import type { Structure } from './structure.js';
import { useNodeWords } from './use-node-words.js';

/** Where a flow node leads to and comes from; connects and disconnects. */
export function Connections({ structure, node }: { structure: Structure; node: CanvasNode }) {
  const { t } = useTranslation('stepList');
  const { editing, nodes } = structure;
  const { label } = useNodeWords(nodes);
  const disconnect = async (flow: CanvasFlow) => {
    editing.disconnect(flow.id);
    if (!(await structure.settle())) return;
    structure.announce(t('disconnected', { from: label(flow.fromId), to: label(flow.toId) }));
  };
  const wrong = (target: string) => {
    if (node.outgoing.some((flow) => flow.toId === target)) return t('alreadyConnected');
    return target === '' ? t('cannotConnect') : undefined;
  };
  const form = useForm({
    start: { target: '' },
    check: ({ target }) => ({ target: wrong(target) }),
    send: async ({ target }) => {
      if (editing.connect(node.id, target) === undefined) {
        form.setFieldError('target', t('cannotConnect'));
        return;
      }
      await structure.settle();
      structure.announce(t('connected', { from: label(node.id), to: label(target) }));
      form.restart({ target: '' });
    },
  });
  const list = (title: string, flows: CanvasFlow[], other: (flow: CanvasFlow) => string) => (
    <div>
      <p className="connections__title">{title}</p>
      {flows.length === 0 ? (
        <p className="connections__none">{t('noConnections')}</p>
      ) : (
        <ul className="connections__list">
          {flows.map((flow) => (
            <li key={flow.id}>
              <span>
                {label(other(flow))}
                {flow.name && ` (${flow.name})`}
              </span>
              <Button
                purpose="subtle"
                type="button"
                onClick={() => void disconnect(flow)}
                aria-label={t('disconnectName', { from: label(flow.fromId), to: label(flow.toId) })}
              >
                {t('disconnect')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );

  return (
    <fieldset className="connections">
      <legend>{t('connections')}</legend>
      {list(t('goesTo'), node.outgoing, (flow) => flow.toId)}
      {list(t('comesFrom'), node.incoming, (flow) => flow.fromId)}
      <Form form={form} className="connections__add">
        <SelectField label={t('connectTo')} {...form.getInputProps('target')}>
          <option value="">{t('choose')}</option>
          {nodes
            .filter((each) => each.id !== node.id && each.kind !== 'startEvent')
            .map((each) => (
              <option key={each.id} value={each.id}>
                {label(each.id)}
              </option>
            ))}
        </SelectField>
        <Button purpose="secondary" type="submit">
          {t('connect')}
        </Button>
      </Form>
    </fieldset>
  );
}
