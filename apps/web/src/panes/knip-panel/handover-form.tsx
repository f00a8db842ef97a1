import type { HandoverAnswer, ProcessAnswer, TermAnswer } from '#contract';
import { SelectField, TextArea, TextField } from '../../ui/form/fields.js';
import { LONGEST_TEXT } from '../../ui/form/reason-field.js';
import { DecisionForm } from './decision-form.js';
import { capital, useTexts } from './texts.js';
import { useDecisionForm } from './use-decision-form.js';

interface HandoverDraft {
  what: string;
  /** Of the term; empty: no term was agreed. */
  within: string;
  unit: TermAnswer['unit'];
  reason: string;
}

/** One that is missing does not compile. */
const UNITS = Object.keys({
  hours: true,
  workingDays: true,
} satisfies Record<HandoverDraft['unit'], true>) as HandoverDraft['unit'][];

/** Agrees what is handed over at one flow over the knip, and within how long. */
export function HandoverForm({ process, handover }: { process: ProcessAnswer; handover: HandoverAnswer }) {
  const { t, steps } = useTexts();
  const { agreement } = handover;
  const wrongAmount = (within: string) =>
    within.trim() !== '' && !/^[1-9]\d{0,4}$/.test(within.trim()) ? t('handover.amountWrong') : undefined;
  const form = useDecisionForm<HandoverDraft>({
    typed: { form: 'handover', element: handover.flowId, about: steps(process, [handover.after]) },
    start: {
      what: agreement?.what ?? '',
      within: agreement?.within ? String(agreement.within.amount) : '',
      unit: agreement?.within?.unit ?? 'workingDays',
      reason: '',
    },
    check: ({ what, within }) => ({
      what: what.trim() === '' ? t('handover.whatMissing') : undefined,
      within: wrongAmount(within),
    }),
    decision: ({ what, within, unit }) => ({
      method: 'PUT',
      path: `/handovers/${encodeURIComponent(handover.flowId ?? '')}`,
      body: { what: what.trim(), ...(within.trim() && { within: { amount: Number(within), unit } }) },
    }),
  });
  return (
    <DecisionForm form={form} label={t('handover.agree')}>
      <TextArea
        label={t('handover.what')}
        description={t('handover.whatText')}
        rows={3}
        aria-required
        maxLength={LONGEST_TEXT}
        {...form.getInputProps('what')}
      />
      <fieldset className="choice">
        <legend className="utrecht-form-label">{t('handover.within')}</legend>
        <div className="knip-term">
          <TextField
            label={t('handover.amount')}
            inputMode="numeric"
            {...form.getInputProps('within')}
            error={form.errorOf('within') ?? wrongAmount(form.values.within)}
          />
          <SelectField label={t('handover.unit')} {...form.getInputProps('unit')}>
            {UNITS.map((each) => (
              <option key={each} value={each}>
                {capital(t(`handover.units.${each}`))}
              </option>
            ))}
          </SelectField>
        </div>
      </fieldset>
    </DecisionForm>
  );
}
