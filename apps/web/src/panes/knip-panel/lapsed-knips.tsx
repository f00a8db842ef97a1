import { useQuery } from '@tanstack/react-query';
import type { ProcessAnswer } from '#contract';
import { SelectField } from '../../ui/form/fields.js';
import { DecidedBy } from './decided.js';
import { useDeciding } from './deciding.js';
import { DecisionForm } from './decision-form.js';
import { bodyOfKnip } from './knip-draft.js';
import { Section } from './section.js';
import { useTexts } from './texts.js';
import { useDecisionForm } from './use-decision-form.js';

type Lapsed = ProcessAnswer['lapsed'][number];

/**
 * Knips whose step is gone; where it only got another id, the decision can be recorded on the new step.
 */
export function LapsedKnips({ process, decides }: { process: ProcessAnswer; decides: boolean }) {
  const { t, side } = useTexts();
  if (process.lapsed.length === 0) return null;
  return (
    <Section title={t('lapsed.title')} hint={String(process.lapsed.length)} open>
      <p>{t('lapsed.text')}</p>
      {process.lapsed.map((knip) => (
        <div key={knip.elementId} className="knip-standing">
          <p>
            <strong>{t('lapsed.knip', { side: side(knip.side), id: knip.elementId })}</strong>
          </p>
          <DecidedBy decided={knip} />
          {decides && process.undecided.length > 0 && <Attach process={process} knip={knip} />}
        </div>
      ))}
    </Section>
  );
}

/**
 * Opens by itself where the drawings tell which step it is now: that is proposed, and still a decision of the
 * person's own.
 */
function Attach({ process, knip }: { process: ProcessAnswer; knip: Lapsed }) {
  const { t, named } = useTexts();
  const { subject } = useDeciding();
  const { data } = useQuery(subject.comparisonQuery(String(knip.version), String(process.latest)));
  const after = data?.lapsed.find(({ before }) => before === knip.elementId)?.after;
  const same = process.steps.find((step) => step.id === after && step.undecided && step.decidable);
  return (
    <Section
      title={same ? t('lapsed.again', { step: named(same.name) }) : t('lapsed.take')}
      quiet
      open={same !== undefined}
    >
      <AttachForm process={process} knip={knip} proposed={same?.id ?? ''} />
    </Section>
  );
}

function AttachForm({ process, knip, proposed }: { process: ProcessAnswer; knip: Lapsed; proposed: string }) {
  const { t, named } = useTexts();
  const form = useDecisionForm({
    typed: { form: 'lapsed', element: knip.elementId, about: knip.elementId },
    start: { to: proposed, reason: knip.reason ?? '' },
    check: ({ to }) => ({ to: to === '' ? t('lapsed.chooseMissing') : undefined }),
    decision: ({ to }) => ({
      method: 'PUT',
      path: `/knips/${encodeURIComponent(to)}`,
      body: bodyOfKnip(knip),
    }),
  });
  const open = process.steps.filter((step) => step.undecided && step.decidable);
  return (
    <DecisionForm form={form} label={t('lapsed.take')}>
      <SelectField label={t('lapsed.on')} {...form.getInputProps('to')}>
        <option value="">{t('lapsed.choose')}</option>
        {open.map((step) => (
          <option key={step.key} value={step.id}>
            {named(step.name)}
          </option>
        ))}
      </SelectField>
    </DecisionForm>
  );
}
