import { Heading } from '@nl-design-system-candidate/heading-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparisonAnswer, ProcessAnswer, StepAnswer } from '#contract';
import { DecidingContext } from '../panes/knip-panel/deciding.js';
import { DecisionForm } from '../panes/knip-panel/decision-form.js';
import { bodyOfKnip } from '../panes/knip-panel/knip-draft.js';
import { useDecisionForm } from '../panes/knip-panel/use-decision-form.js';
import { processSubject } from '../process/subject.js';
import { absoluteTime } from '../ui/times.js';

interface Props {
  /** As it stands now. */
  process: ProcessAnswer;
  /** As it stood on the earlier side, with the knips that lapsed since. */
  earlier: ProcessAnswer;
  lapsed: ComparisonAnswer['lapsed'];
}

/**
 * Knips that lapsed because their step got another id: each can be recorded again on that step, as a decision
 * of its own.
 */
export function LapsedAttach({ process, earlier, lapsed }: Props) {
  const { t } = useTranslation('comparison');
  const [recorded, setRecorded] = useState<Record<string, number>>({});
  const closed = Boolean(process.retired) || Boolean(process.parked) || !process.may.edit;
  const found = lapsed.flatMap(({ before, after }) => {
    const was = earlier.steps.find((step) => step.id === before);
    const is = process.steps.find((step) => step.id === after && step.decidable);
    return was?.knip && is ? [{ was, knip: was.knip, is }] : [];
  });
  if (found.length === 0) return null;
  return (
    <section className="lapsed compact" aria-labelledby="knips-kwijt">
      <Heading level={3} id="knips-kwijt">
        {t('lapsed.title')}
      </Heading>
      <p>{t('lapsed.text')}</p>
      {closed && <p>{t('lapsed.notYou')}</p>}
      <ul className="lapsed__list">
        {found.map(({ was, knip, is }) => {
          const version = recorded[is.key];
          return (
            <li key={is.key}>
              <KnipThatWas knip={knip} step={was.name || is.name} />
              {version !== undefined && <p role="status">✓ {t('lapsed.done', { version })}</p>}
              {version === undefined && is.knip && <p>{t('lapsed.doneAlready')}</p>}
              {!is.knip && !closed && (
                <DecidingContext
                  value={{
                    subject: processSubject(process.id),
                    onDone: (written) => setRecorded({ ...recorded, [is.key]: written.version }),
                  }}
                >
                  <Again knip={knip} step={is} />
                </DecidingContext>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

type Knip = NonNullable<StepAnswer['knip']>;

function KnipThatWas({ knip, step }: { knip: Knip; step: string }) {
  const { t, i18n } = useTranslation(['comparison', 'shell']);
  const side = [t(`shell:side.${knip.side}`), knip.role && t(`shell:role.${knip.role}`)]
    .filter(Boolean)
    .join(', ');
  const { actor, at } = knip.decidedFirst ?? knip;
  return (
    <p>
      <strong>{t('lapsed.knip', { side, step })}</strong>
      <br />
      <span className="muted">
        {t('lapsed.byWhom', { actor: actor.name, when: absoluteTime(at, i18n.language) })}
      </span>
    </p>
  );
}

function Again({ knip, step }: { knip: Knip; step: StepAnswer }) {
  const { t } = useTranslation('comparison');
  const form = useDecisionForm({
    typed: { form: 'again', element: step.id, about: step.name },
    start: { reason: knip.reason ?? '' },
    decision: () => ({
      method: 'PUT',
      path: `/knips/${encodeURIComponent(step.id ?? '')}`,
      body: bodyOfKnip(knip),
    }),
  });
  return <DecisionForm form={form} label={t('lapsed.again', { step: step.name })} />;
}
