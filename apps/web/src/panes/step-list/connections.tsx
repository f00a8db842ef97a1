import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import type { CanvasFlow, CanvasNode } from '../../canvas/diagram/nodes.js';
import { FormField } from '../../ui/form-field.js';
import type { Structure } from './structure.js';
import { useNodeWords } from './use-node-words.js';

/** Where a flow node leads to and comes from; connects and disconnects. */
export function Connections({ structure, node }: { structure: Structure; node: CanvasNode }) {
  const { t } = useTranslation('stepList');
  const { editing, nodes } = structure;
  const { label } = useNodeWords(nodes);
  const [target, setTarget] = useState('');
  const [error, setError] = useState<string>();

  const disconnect = async (flow: CanvasFlow) => {
    editing.disconnect(flow.id);
    await structure.settle();
    structure.announce(t('disconnected', { from: label(flow.fromId), to: label(flow.toId) }));
  };
  const connect = async () => {
    setError(undefined);
    if (node.outgoing.some((flow) => flow.toId === target)) return setError(t('alreadyConnected'));
    if (target === '' || editing.connect(node.id, target) === undefined) return setError(t('cannotConnect'));
    await structure.settle();
    structure.announce(t('connected', { from: label(node.id), to: label(target) }));
    setTarget('');
  };
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
      <form
        className="connections__add"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void connect();
        }}
      >
        <FormField label={t('connectTo')} error={error}>
          {(control) => (
            <select
              {...control}
              className="utrecht-select utrecht-select--html-select"
              value={target}
              onChange={(event) => setTarget(event.target.value)}
            >
              <option value="">{t('choose')}</option>
              {nodes
                .filter((each) => each.id !== node.id && each.kind !== 'startEvent')
                .map((each) => (
                  <option key={each.id} value={each.id}>
                    {label(each.id)}
                  </option>
                ))}
            </select>
          )}
        </FormField>
        <Button purpose="secondary" type="submit">
          {t('connect')}
        </Button>
      </form>
    </fieldset>
  );
}
