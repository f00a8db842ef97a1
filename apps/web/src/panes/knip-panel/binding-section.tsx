import { useId } from 'react';
import type { ProcessAnswer, Side, StepAnswer } from '#contract';
import { FormField } from '../../ui/form-field.js';
import { DecidedBy } from './decided.js';
import { DecisionForm } from './decision-form.js';
import { useDraft } from './drafts.js';
import { ReasonAction } from './reason-action.js';
import { Section } from './section.js';
import { capital, useTexts } from './texts.js';

/** What law or mandate fixes of a step: shown to everybody, bound and lifted by who may. */
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
              draft={`${process.id}/lift/${step.id}`}
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
          <BindingForm process={process} step={step} label={capital(t('binding.bind'))} />
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

function BindingForm({ process, step, label }: { process: ProcessAnswer; step: StepAnswer; label: string }) {
  const { t, side: named } = useTexts();
  const id = useId();
  const start: BindingDraft = {
    side: step.binding?.side ?? '',
    by: step.binding?.by ?? '',
    source: step.binding?.source ?? '',
    reason: '',
  };
  const draft = useDraft(`${process.id}/bind/${step.id}`, start);
  const { side, by, source, reason } = draft.value;
  const empty = side === '' && by.trim() === '' ? t('binding.emptyBinding') : undefined;
  const noSource = source.trim() === '' ? t('binding.sourceMissing') : undefined;
  return (
    <DecisionForm
      label={label}
      method="PUT"
      path={`/bindings/${encodeURIComponent(step.id ?? '')}`}
      reason={reason}
      onReason={(text) => draft.change({ reason: text })}
      ready={!empty && !noSource}
      body={{ ...(side && { side }), ...(by.trim() && { by: by.trim() }), source: source.trim() }}
      onForget={draft.forget}
      touched={draft.touched}
    >
      {({ tried, error }) => (
        <>
          <fieldset className="choice">
            <legend className="utrecht-form-label">{t('binding.whichSide')}</legend>
            {((tried && empty) || error('side')) && (
              <div className="utrecht-form-field-error-message">{(tried && empty) || error('side')}</div>
            )}
            {(['front', 'back', ''] as const).map((each) => (
              <label key={each} className="check">
                <input
                  type="radio"
                  name={`${id}-side`}
                  checked={side === each}
                  onChange={() => draft.change({ side: each })}
                />
                {each ? named(each) : t('binding.noSide')}
              </label>
            ))}
          </fieldset>
          <FormField label={t('binding.who')} description={t('binding.whoText')} error={error('by')}>
            {(control) => (
              <input
                {...control}
                className="utrecht-textbox utrecht-textbox--html-input"
                maxLength={500}
                value={by}
                onChange={(event) => draft.change({ by: event.target.value })}
              />
            )}
          </FormField>
          <FormField
            label={t('binding.whichSource')}
            error={(tried ? noSource : undefined) ?? error('source')}
          >
            {(control) => (
              <input
                {...control}
                className="utrecht-textbox utrecht-textbox--html-input"
                maxLength={500}
                value={source}
                onChange={(event) => draft.change({ source: event.target.value })}
              />
            )}
          </FormField>
        </>
      )}
    </DecisionForm>
  );
}
