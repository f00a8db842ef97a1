import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import type { OutlineStep } from '#bpmn';
import type { ProcessAnswer, Side, StepAnswer } from '#contract';
import { BindingSection } from './binding-section.js';
import { ChannelsSection } from './channels-form.js';
import { Considerations } from './considerations.js';
import { DataSection } from './data-section.js';
import { DecidedBy } from './decided.js';
import { HandoversOf } from './handover-view.js';
import { KnipForm, knipTyped } from './knip-form.js';
import { ReasonAction } from './reason-action.js';
import { Section } from './section.js';
import { useTexts } from './texts.js';
import { useTyped } from '../../use-typed.js';

interface Props {
  process: ProcessAnswer;
  step: StepAnswer;
  carried: OutlineStep['dataRequests'];
  decides: boolean;
  onSelect: (key: string) => void;
  onMove?: ((elementId: string, to: Side) => void) | undefined;
}

/** All that is known of a step, and deciding on it. */
export function StepView({ process, step, carried, decides, onSelect, onMove }: Props) {
  const { t } = useTexts();
  const [again, setAgain] = useState(false);
  const { knip } = step;
  const typed = useTyped({ ...knipTyped(step), process: process.id }).kept !== undefined;
  return (
    <>
      {step.automatic && !knip && <p className="muted">{t('automatic')}</p>}
      <LaneDisagreement step={step} {...(decides && { onMove, onAgain: () => setAgain(true) })} />
      <section aria-labelledby="knip-panel-knip">
        <h3 id="knip-panel-knip" className="knip-heading">
          {t('knip.title')}
        </h3>
        <Standing step={step} decides={decides} />
        <Considerations step={step} />
        {decides &&
          (knip ? (
            <>
              <Section title={t('knip.again')} quiet open={again || typed}>
                <KnipForm step={step} />
              </Section>
              <ReasonAction
                typed={{ form: 'withdraw', element: step.id, about: step.name }}
                label={t('knip.withdraw')}
                text={t('knip.withdrawText')}
                path={`/knips/${encodeURIComponent(step.id ?? '')}/withdrawal`}
              />
            </>
          ) : (
            <KnipForm step={step} />
          ))}
      </section>
      <BindingSection process={process} step={step} decides={decides} />
      <HandoversOf process={process} step={step.key} onSelect={onSelect} />
      <ChannelsSection process={process} step={step} decides={decides} />
      <DataSection step={step} carried={carried} decides={decides} />
    </>
  );
}

function Standing({ step, decides }: { step: StepAnswer; decides: boolean }) {
  const { t, side, shell } = useTexts();
  const { knip } = step;
  if (!knip && step.sideFrom === 'binding') return <p>{t('knip.fromBinding')}</p>;
  if (!knip) return decides ? null : <p className="muted">{t('knip.none')}</p>;
  return (
    <div className={`knip-standing knip-standing--${knip.side}`}>
      <p className="knip-standing__what">
        {t('knip.standing')}:{' '}
        <strong>
          {side(knip.side)}
          {knip.role && `, ${shell(`role.${knip.role}`)}`}
        </strong>
      </p>
      <DecidedBy decided={knip} />
      {knip.alternatives.length > 0 && (
        <>
          <p className="knip-standing__title">{t('knip.alternativesWere')}</p>
          <ul className="knip-facts">
            {knip.alternatives.map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

function LaneDisagreement({
  step,
  onMove,
  onAgain,
}: {
  step: StepAnswer;
  onMove?: Props['onMove'];
  onAgain?: () => void;
}) {
  const { t, side } = useTexts();
  const [moved, setMoved] = useState(false);
  const to = step.side;
  if (!step.laneDisagrees || !to || !step.lane?.side)
    return moved ? <p role="status">{t('disagrees.moved')}</p> : null;
  return (
    <div className="knip-notice knip-notice--warning">
      <h3 className="knip-standing__title">≠ {t('disagrees.title')}</h3>
      <p>{t('disagrees.text', { lane: side(step.lane.side), side: side(to) })}</p>
      <div className="actions">
        {onMove && (
          <Button
            purpose="secondary"
            onClick={() => {
              onMove(step.id ?? '', to);
              setMoved(true);
            }}
          >
            {t('disagrees.move', { side: side(to) })}
          </Button>
        )}
        {onAgain && step.knip && (
          <Button purpose="secondary" onClick={onAgain}>
            {t('disagrees.again')}
          </Button>
        )}
      </div>
    </div>
  );
}
