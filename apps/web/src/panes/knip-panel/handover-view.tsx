import type { HandoverAnswer, ProcessAnswer } from '#contract';
import { DecidedBy } from './decided.js';
import { HandoverForm } from './handover-form.js';
import { Section } from './section.js';
import { capital, useTexts } from './texts.js';

/** One hand-over: from which steps to which, what was agreed, and agreeing it. */
export function HandoverView({
  process,
  handover,
  decides,
  onSelect,
}: {
  process: ProcessAnswer;
  handover: HandoverAnswer;
  decides: boolean;
  onSelect: (key: string) => void;
}) {
  const { t, side, steps, term } = useTexts();
  const { agreement } = handover;
  const link = (key: string) => (
    <button key={key} type="button" className="knip-link" onClick={() => onSelect(key)}>
      {steps(process, [key])}
    </button>
  );
  return (
    <>
      <dl className="knip-pairs">
        <dt>{t('handover.from', { side: side(handover.from) })}</dt>
        <dd>{handover.before.map(link)}</dd>
        <dt>{t('handover.to', { side: side(handover.to) })}</dt>
        <dd>{link(handover.after)}</dd>
      </dl>
      {agreement && (
        <section className="knip-standing">
          <h3 className="knip-standing__title">{t('handover.standing')}</h3>
          {agreement.outdated && <p className="knip-warning">{t('handover.outdatedText')}</p>}
          <p>{agreement.what}</p>
          <p>{capital(term(agreement.within))}</p>
          <DecidedBy decided={agreement} />
        </section>
      )}
      {decides &&
        (agreement && !agreement.outdated ? (
          <Section title={t('handover.again')} quiet>
            <HandoverForm process={process} handover={handover} />
          </Section>
        ) : (
          <HandoverForm process={process} handover={handover} />
        ))}
    </>
  );
}

/** The hand-overs into and out of a step, each a button to its agreement. */
export function HandoversOf({
  process,
  step,
  onSelect,
}: {
  process: ProcessAnswer;
  step: string;
  onSelect: (key: string) => void;
}) {
  const { t, steps } = useTexts();
  const own = process.handovers.filter((each) => each.after === step || each.before.includes(step));
  const open = own.filter((each) => !each.agreement || each.agreement.outdated).length;
  return (
    <Section
      title={`✂ ${t('handover.title')}`}
      hint={own.length > 0 ? `${own.length - open} / ${own.length} ${t('handover.agreed')}` : '0'}
      open={own.length > 0}
    >
      {own.length === 0 && <p className="muted">{t('handover.none')}</p>}
      <ul className="knip-facts">
        {own.map((each) => (
          <li key={each.flow}>
            <button type="button" className="knip-link" onClick={() => onSelect(each.flow)}>
              {each.after === step
                ? t('handover.into', { steps: steps(process, each.before) })
                : t('handover.outOf', { step: steps(process, [each.after]) })}
            </button>{' '}
            <span className="badge">
              {t(
                each.agreement
                  ? each.agreement.outdated
                    ? 'handover.outdated'
                    : 'handover.agreed'
                  : 'handover.open',
              )}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
