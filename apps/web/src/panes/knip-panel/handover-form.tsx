import type { HandoverAnswer, ProcessAnswer } from '#contract';
import { FormField } from '../../ui/form-field.js';
import { LONGEST_TEXT } from '../../ui/reason-field.js';
import { DecisionForm } from './decision-form.js';
import { useDraft } from './drafts.js';
import { capital, useTexts } from './texts.js';

interface HandoverDraft {
  what: string;
  amount: string;
  unit: 'hours' | 'workingDays';
  reason: string;
}

/** Agrees what is handed over at one flow over the knip, and within how long. */
export function HandoverForm({ process, handover }: { process: ProcessAnswer; handover: HandoverAnswer }) {
  const { t } = useTexts();
  const { agreement } = handover;
  const start: HandoverDraft = {
    what: agreement?.what ?? '',
    amount: agreement?.within ? String(agreement.within.amount) : '',
    unit: agreement?.within?.unit ?? 'workingDays',
    reason: '',
  };
  const draft = useDraft(`${process.id}/handover/${handover.flowId}`, start);
  const { what, amount, unit, reason } = draft.value;
  const noWhat = what.trim() === '' ? t('handover.whatMissing') : undefined;
  const wrongAmount =
    amount.trim() !== '' && !/^[1-9]\d{0,4}$/.test(amount.trim()) ? t('handover.amountWrong') : undefined;
  return (
    <DecisionForm
      label={t('handover.agree')}
      method="PUT"
      path={`/handovers/${encodeURIComponent(handover.flowId ?? '')}`}
      reason={reason}
      onReason={(text) => draft.change({ reason: text })}
      ready={!noWhat && !wrongAmount}
      body={{ what: what.trim(), ...(amount.trim() && { within: { amount: Number(amount), unit } }) }}
      onForget={draft.forget}
      touched={draft.touched}
    >
      {({ tried, error }) => (
        <>
          <FormField
            label={t('handover.what')}
            description={t('handover.whatText')}
            error={(tried ? noWhat : undefined) ?? error('what')}
          >
            {(control) => (
              <textarea
                {...control}
                className="utrecht-textarea utrecht-textarea--html-textarea"
                rows={3}
                aria-required
                maxLength={LONGEST_TEXT}
                value={what}
                onChange={(event) => draft.change({ what: event.target.value })}
              />
            )}
          </FormField>
          <fieldset className="choice">
            <legend className="utrecht-form-label">{t('handover.within')}</legend>
            <div className="knip-term">
              <FormField label={t('handover.amount')} error={wrongAmount ?? error('within')}>
                {(control) => (
                  <input
                    {...control}
                    className="utrecht-textbox utrecht-textbox--html-input"
                    inputMode="numeric"
                    value={amount}
                    onChange={(event) => draft.change({ amount: event.target.value })}
                  />
                )}
              </FormField>
              <FormField label={t('handover.unit')}>
                {(control) => (
                  <select
                    {...control}
                    className="utrecht-select utrecht-select--html-select"
                    value={unit}
                    onChange={(event) => draft.change({ unit: event.target.value as HandoverDraft['unit'] })}
                  >
                    {(['hours', 'workingDays'] as const).map((each) => (
                      <option key={each} value={each}>
                        {capital(t(`handover.units.${each}`))}
                      </option>
                    ))}
                  </select>
                )}
              </FormField>
            </div>
          </fieldset>
        </>
      )}
    </DecisionForm>
  );
}
