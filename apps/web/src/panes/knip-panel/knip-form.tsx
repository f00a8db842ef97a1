import { Button } from '@nl-design-system-candidate/button-react';
import { useId } from 'react';
import type { Role, Side, StepAnswer } from '#contract';
import { LONGEST_TEXT } from '../../ui/form/reason-field.js';
import { SideMark } from '../step-list/side-mark.js';
import { DecisionForm } from './decision-form.js';
import { bodyOf, sideError, startOf, type KnipDraft } from './knip-draft.js';
import { useTexts } from './texts.js';
import { useDecisionForm } from './use-decision-form.js';

/** Names what was typed about the knip of a step. */
export const knipTyped = ({ id, name }: StepAnswer) => ({ form: 'knip', element: id, about: name }) as const;

/** Decides front or back for one step. */
export function KnipForm({ step }: { step: StepAnswer }) {
  const { t, side } = useTexts();
  const wrongSide = (draft: KnipDraft) => {
    const wrong = sideError(draft, step);
    const { side: bound, source } = step.binding ?? {};
    return wrong && t(`knip.${wrong}`, { side: bound && side(bound), source });
  };
  const form = useDecisionForm<KnipDraft>({
    typed: knipTyped(step),
    start: startOf(step),
    check: (draft) => ({ side: wrongSide(draft) }),
    decision: (draft) => ({
      method: 'PUT',
      path: `/knips/${encodeURIComponent(step.id ?? '')}`,
      body: bodyOf(draft),
    }),
  });
  const bound = sideError(form.values, step) === 'sideBound' ? wrongSide(form.values) : undefined;
  return (
    <DecisionForm
      form={form}
      label={t('knip.decide')}
      besides={
        <Alternatives
          texts={form.values.alternatives}
          error={form.errorOf('alternatives')}
          onChange={(alternatives) => form.setFieldValue('alternatives', alternatives)}
        />
      }
    >
      <SideChoice
        chosen={form.values.side}
        error={form.errorOf('side') ?? bound}
        onChoose={(chosen) => form.setFieldValue('side', chosen)}
      />
      <RoleChoice chosen={form.values.role} onChoose={(role) => form.setFieldValue('role', role)} />
    </DecisionForm>
  );
}

function SideChoice({
  chosen,
  error,
  onChoose,
}: {
  chosen: Side | undefined;
  error: string | undefined;
  onChoose: (side: Side) => void;
}) {
  const { t } = useTexts();
  const id = useId();
  return (
    <fieldset className="choice" aria-describedby={error ? `${id}-error` : undefined}>
      <legend className="utrecht-form-label">{t('knip.side')}</legend>
      {error && (
        <div className="utrecht-form-field-error-message" id={`${id}-error`}>
          {error}
        </div>
      )}
      <div className="knip-sides">
        {(['front', 'back'] as const).map((each) => (
          <label key={each} className={`knip-side knip-side--${each}`}>
            <input
              type="radio"
              name={`${id}-side`}
              checked={chosen === each}
              onChange={() => onChoose(each)}
              {...(error && { 'aria-invalid': true })}
            />
            <span>
              <SideMark step={{ side: each, sideFrom: 'knip', undecided: false, automatic: false }} />
              <span className="knip-side__text">{t(`knip.sideText.${each}`)}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function RoleChoice({
  chosen,
  onChoose,
}: {
  chosen: Role | undefined;
  onChoose: (role: Role | undefined) => void;
}) {
  const { t, shell } = useTexts();
  const id = useId();
  return (
    <fieldset className="choice">
      <legend className="utrecht-form-label">{t('knip.role')}</legend>
      <div className="knip-roles">
        {(['generalist', 'specialist', undefined] as const).map((each) => (
          <label key={each ?? 'open'} className="check">
            <input
              type="radio"
              name={`${id}-role`}
              checked={chosen === each}
              onChange={() => onChoose(each)}
            />
            {each ? shell(`role.${each}`) : t('knip.roleOpen')}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

function Alternatives({
  texts,
  error,
  onChange,
}: {
  texts: string[];
  error: string | undefined;
  onChange: (texts: string[]) => void;
}) {
  const { t } = useTexts();
  const id = useId();
  const focusOn = (index: number) =>
    requestAnimationFrame(() => document.getElementById(`${id}-${index}`)?.focus());
  return (
    <fieldset className="choice">
      <legend className="utrecht-form-label">{t('knip.alternatives')}</legend>
      {error && <div className="utrecht-form-field-error-message">{error}</div>}
      {texts.map((text, index) => (
        <div className="knip-row" key={index}>
          <input
            id={`${id}-${index}`}
            className="utrecht-textbox utrecht-textbox--html-input"
            aria-label={t('knip.alternative', { number: index + 1 })}
            maxLength={LONGEST_TEXT}
            value={text}
            onChange={(event) =>
              onChange(texts.map((each, at) => (at === index ? event.target.value : each)))
            }
          />
          <button
            type="button"
            className="knip-small"
            aria-label={t('knip.removeAlternative', { number: index + 1 })}
            onClick={() => {
              onChange(texts.filter((_, at) => at !== index));
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
          onChange([...texts, '']);
          focusOn(texts.length);
        }}
      >
        + {t('knip.addAlternative')}
      </Button>
    </fieldset>
  );
}
