import { Button } from '@nl-design-system-candidate/button-react';
import { useId } from 'react';
import type { OutlineStep } from '#bpmn';
import type { StepAnswer } from '#contract';
import { DecidedBy } from './decided.js';
import { DecisionForm } from './decision-form.js';
import { Section } from './section.js';
import { useTexts } from './texts.js';
import { useDecisionForm } from './use-decision-form.js';

type Datum = { name: string; registry?: string };

/** The base registries that a municipality reads from, offered while typing; any other name is as good. */
const REGISTRIES = [
  'BRP',
  'BAG',
  'BRK',
  'BGT',
  'WOZ',
  'NHR',
  'BRV',
  'RSGB',
  'UWV',
  'SVB',
  'Belastingdienst',
  'DUO',
];

/** The data that a step asks, and which registry holds them already. */
export function DataSection({
  step,
  carried,
  decides,
}: {
  step: StepAnswer;
  carried: OutlineStep['dataRequests'];
  decides: boolean;
}) {
  const { t } = useTexts();
  const own = step.dataRequests;
  const shown = own?.data ?? carried;
  return (
    <Section title={t('data.title')} hint={shown.length > 0 ? String(shown.length) : undefined}>
      {shown.length > 0 ? (
        <ul className="knip-facts">
          {shown.map((datum) => (
            <li key={`${datum.name} ${datum.registry}`}>
              {datum.name}{' '}
              <span className="muted">
                ({datum.registry ? t('data.heldBy', { registry: datum.registry }) : t('data.notHeld')})
              </span>
            </li>
          ))}
        </ul>
      ) : (
        <p className="muted">{t(own ? 'data.nothing' : 'data.none')}</p>
      )}
      {own ? (
        <DecidedBy decided={own} />
      ) : (
        carried.length > 0 && <p className="muted">{t('data.fromFile')}</p>
      )}
      {decides && (
        <Section title={t('data.change')} quiet>
          <DataForm step={step} start={shown} />
        </Section>
      )}
    </Section>
  );
}

function DataForm({ step, start }: { step: StepAnswer; start: Datum[] }) {
  const { t } = useTexts();
  const id = useId();
  const form = useDecisionForm({
    typed: { form: 'data', element: step.id, about: step.name },
    start: { data: start, reason: '' },
    decision: (values) => ({
      method: 'PUT',
      path: `/data-requests/${encodeURIComponent(step.id ?? '')}`,
      body: { data: named(values.data) },
    }),
  });
  const { data } = form.values;
  const error = form.errorOf('data');
  const focusOn = (index: number) =>
    requestAnimationFrame(() => document.getElementById(`${id}-${index}`)?.focus());
  const set = (index: number, part: Partial<Datum>) =>
    form.replaceListItem('data', index, { ...data[index]!, ...part });
  return (
    <DecisionForm form={form} label={t('data.decide')}>
      <fieldset className="choice">
        <legend className="utrecht-form-label">{t('data.title')}</legend>
        {error && <div className="utrecht-form-field-error-message">{error}</div>}
        <datalist id={`${id}-registries`}>
          {REGISTRIES.map((registry) => (
            <option key={registry} value={registry} />
          ))}
        </datalist>
        {data.length > 0 && (
          <div className="knip-row knip-row--head" aria-hidden="true">
            <span>{t('data.nameShort')}</span>
            <span>{t('data.registryShort')}</span>
          </div>
        )}
        {data.map((datum, index) => (
          <div className="knip-row" key={index}>
            <input
              id={`${id}-${index}`}
              className="utrecht-textbox utrecht-textbox--html-input"
              aria-label={t('data.name', { number: index + 1 })}
              maxLength={200}
              value={datum.name}
              onChange={(event) => set(index, { name: event.target.value })}
            />
            <input
              className="utrecht-textbox utrecht-textbox--html-input"
              aria-label={t('data.registry', { number: index + 1 })}
              maxLength={200}
              list={`${id}-registries`}
              value={datum.registry ?? ''}
              onChange={(event) => set(index, { registry: event.target.value })}
            />
            <button
              type="button"
              className="knip-small"
              aria-label={t('data.remove', { number: index + 1 })}
              onClick={() => {
                form.removeListItem('data', index);
                focusOn(Math.max(0, index - 1));
              }}
            >
              ✕
            </button>
          </div>
        ))}
        <Button
          purpose="subtle"
          onClick={() => {
            form.insertListItem('data', { name: '' });
            focusOn(data.length);
          }}
        >
          + {t('data.add')}
        </Button>
      </fieldset>
    </DecisionForm>
  );
}

/** What has a name, without blanks around it. */
const named = (data: Datum[]) =>
  data
    .filter(({ name }) => name.trim() !== '')
    .map(({ name, registry }) => ({
      name: name.trim(),
      ...(registry?.trim() && { registry: registry.trim() }),
    }));
