import { useId } from 'react';
import type { ProcessAnswer, Side, StepAnswer } from '#contract';
import { TextField } from '../../ui/form/fields.js';
import { DecidedBy } from './decided.js';
import { DecisionForm } from './decision-form.js';
import { ReasonAction } from './reason-action.js';
import { Section } from './section.js';
import { capital, useTexts } from './texts.js';
import { useDecisionForm } from './use-decision-form.js';

/** What law or mandate fixes of a step: shown to everybody, bound and lifted by those who may. */
export function BindingSection({
  process,
  step,
  decides,
}: {
  process: ProcessAnswer;
  step: StepAnswer;
  decides: boolean;
}) {
  const { t, side } = useTexts();
  const { binding } = step;
  const binds = decides && process.may.bind;
  if (!binding && !binds) return null;
  return (
    <Section
      title={`⚖ ${t('binding.title')}`}
      hint={binding?.source ?? t('binding.none')}
      open={binding !== undefined}
    >
      {binding && (
        <>
          <p>
            <strong>{t(binding.side ? 'binding.bound' : 'binding.warns')}</strong>
          </p>
          <ul className="knip-facts">
            {binding.side && <li>{t('binding.side', { side: side(binding.side) })}</li>}
            {binding.by && <li>{t('binding.by', { by: binding.by })}</li>}
            <li>{t('binding.source', { source: binding.source })}</li>
          </ul>
          <DecidedBy decided={binding} />
          {binds && (
            <ReasonAction
              typed={{ form: 'lift', element: step.id, about: step.name }}
              label={t('binding.lift')}
              text={t('binding.liftText')}
              path={`/bindings/${encodeURIComponent(step.id ?? '')}/lifting`}
            />
          )}
          {decides && !process.may.bind && <p className="muted">{t('binding.onlyOwner')}</p>}
        </>
      )}
      {binds && (
        <Section title={t(binding ? 'binding.change' : 'binding.bind')} quiet>
          <BindingForm step={step} label={capital(t('binding.bind'))} />
        </Section>
      )}
    </Section>
  );
}

interface BindingDraft {
  side: Side | '';
  by: string;
  source: string;
  reason: string;
}

function BindingForm({ step, label }: { step: StepAnswer; label: string }) {
  const { t, side: named } = useTexts();
  const id = useId();
  const form = useDecisionForm<BindingDraft>({
    typed: { form: 'bind', element: step.id, about: step.name },
    start: {
      side: step.binding?.side ?? '',
      by: step.binding?.by ?? '',
      source: step.binding?.source ?? '',
      reason: '',
    },
    check: ({ side, by, source }) => ({
      side: side === '' && by.trim() === '' ? t('binding.emptyBinding') : undefined,
      source: source.trim() === '' ? t('binding.sourceMissing') : undefined,
    }),
    decision: ({ side, by, source }) => ({
      method: 'PUT',
      path: `/bindings/${encodeURIComponent(step.id ?? '')}`,
      body: { ...(side && { side }), ...(by.trim() && { by: by.trim() }), source: source.trim() },
    }),
  });
  const wrongSide = form.errorOf('side');
  return (
    <DecisionForm form={form} label={label}>
      <fieldset className="choice" aria-describedby={wrongSide && `${id}-error`}>
        <legend className="utrecht-form-label">{t('binding.whichSide')}</legend>
        {wrongSide && (
          <div className="utrecht-form-field-error-message" id={`${id}-error`}>
            {wrongSide}
          </div>
        )}
        {(['front', 'back', ''] as const).map((each) => (
          <label key={each} className="check">
            <input
              type="radio"
              name={`${id}-side`}
              checked={form.values.side === each}
              onChange={() => form.setFieldValue('side', each)}
              {...(wrongSide && { 'aria-invalid': true })}
            />
            {each ? named(each) : t('binding.noSide')}
          </label>
        ))}
      </fieldset>
      <TextField
        label={t('binding.who')}
        description={t('binding.whoText')}
        maxLength={500}
        {...form.getInputProps('by')}
      />
      <TextField label={t('binding.whichSource')} maxLength={500} {...form.getInputProps('source')} />
    </DecisionForm>
  );
}
