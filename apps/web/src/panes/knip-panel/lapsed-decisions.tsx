import { useQuery } from '@tanstack/react-query';
import type { ProcessAnswer, Side } from '#contract';
import { everythingLapsed, type Lapsed } from '../../process/lapsed.js';
import { SelectField } from '../../ui/form/fields.js';
import { DecidedBy } from './decided.js';
import { useDeciding } from './deciding.js';
import { DecisionForm } from './decision-form.js';
import { bodyOfKnip } from './knip-draft.js';
import { Section } from './section.js';
import { useTexts } from './texts.js';
import { useDecisionForm } from './use-decision-form.js';

/** A knip that lapsed. */
type LapsedKnip = Lapsed & { side: Side };

/**
 * Decisions whose step or hand-over is gone; where the step only got another id, the knip can be recorded on
 * the new step.
 */
export function LapsedDecisions({ process, decides }: { process: ProcessAnswer; decides: boolean }) {
  const { t } = useTexts();
  const said = useSaid();
  const all = everythingLapsed(process);
  if (all.length === 0) return null;
  return (
    <Section title={t('lapsed.title')} hint={String(all.length)} open>
      <p>{t('lapsed.text')}</p>
      {all.map((each) => (
        <div key={`${each.kind} ${each.elementId}`} className="knip-standing">
          <p>
            <strong>{said(each)}</strong>
          </p>
          <DecidedBy decided={each} />
          {decides && process.undecided.length > 0 && isKnip(each) && (
            <Attach process={process} knip={each} />
          )}
        </div>
      ))}
    </Section>
  );
}

const isKnip = (lapsed: Lapsed): lapsed is LapsedKnip => lapsed.kind === 'knip' && lapsed.side !== undefined;

/** A decision that lapsed in a few words, with the id that it was about. */
function useSaid(): (lapsed: Lapsed) => string {
  const { t, side, channels, term, shell } = useTexts();
  return ({ kind, elementId: id, ...said }) => {
    const value = [
      said.side && side(said.side),
      said.role && shell(`role.${said.role}`),
      said.by && t('binding.by', { by: said.by }),
      said.source,
      said.channels && channels(said.channels),
      said.data?.map(({ name }) => name).join(', '),
      said.what,
      said.within && term(said.within),
    ];
    return t(`lapsed.what.${kind}`, { id, value: value.filter(Boolean).join(', ') || t('lapsed.nothing') });
  };
}

/**
 * Opens by itself where the drawings tell which step it is now: that is proposed, and still a decision of the
 * person's own.
 */
function Attach({ process, knip }: { process: ProcessAnswer; knip: LapsedKnip }) {
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

function AttachForm({
  process,
  knip,
  proposed,
}: {
  process: ProcessAnswer;
  knip: LapsedKnip;
  proposed: string;
}) {
  const { t, named } = useTexts();
  const form = useDecisionForm({
    typed: {
      form: 'lapsed',
      element: knip.elementId,
      about: knip.elementId,
      ids: (values, now) => ({ ...values, to: now(values.to) }),
    },
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
