import { Button } from '@nl-design-system-candidate/button-react';
import { useState, type ReactNode } from 'react';
import type { Written } from '#contract';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { ReasonField } from '../../ui/reason-field.js';
import { useDecision } from '../../process/use-decision.js';
import { useDeciding } from './deciding.js';
import { fieldError } from './field-errors.js';
import { useTexts } from './texts.js';

/** Whether the user tried to send, and what the service found wrong with a field. */
interface FormState {
  tried: boolean;
  error: (field: string) => string | undefined;
}

interface Props {
  /** What the button says. */
  label: string;
  method: 'POST' | 'PUT';
  /** Path below the subject. */
  path: string;
  reason: string;
  onReason: (reason: string) => void;
  /** Whether anything keeps it from being sent, but for a missing reason. */
  ready: boolean;
  /** What is sent, but for the reason. */
  body: object;
  /** The fields above the reason. */
  children?: (state: FormState) => ReactNode;
  /** What may be said besides, below the reason. */
  besides?: (state: FormState) => ReactNode;
  /** Forgets what was typed: after it was recorded, or because the user says so. */
  onForget: () => void;
  touched: boolean;
  onDone?: (written: Written) => void;
}

/** A form that records one decision with its reason. What was typed stays until it is recorded. */
export function DecisionForm({
  label,
  method,
  path,
  reason,
  onReason,
  ready,
  body,
  children,
  besides,
  onForget,
  touched,
  onDone,
}: Props) {
  const { t, shell } = useTexts();
  const deciding = useDeciding();
  const [tried, setTried] = useState(false);
  const decision = useDecision(deciding.subject, (written) => {
    setTried(false);
    onForget();
    deciding.onDone(written);
    onDone?.(written);
  });
  const state: FormState = { tried, error: (field) => fieldError(decision.error, field) };
  const missing = reason.trim() === '' ? shell('reasonMissing') : undefined;
  return (
    <form
      noValidate
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (ready && !missing)
          return decision.mutate({ method, path, body: { ...body, reason: reason.trim() } });
        const form = event.currentTarget;
        requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      }}
    >
      {children?.(state)}
      <ReasonField
        value={reason}
        error={tried && missing ? missing : fieldError(decision.error, 'reason')}
        onChange={onReason}
      />
      {besides?.(state)}
      {decision.error && <ProblemNotice error={decision.error} />}
      <div className="actions">
        <Button purpose="primary" type="submit" busy={decision.isPending}>
          {label}
        </Button>
        {touched && (
          <Button
            purpose="subtle"
            onClick={() => {
              setTried(false);
              decision.reset();
              onForget();
            }}
          >
            {t('knip.discard')}
          </Button>
        )}
      </div>
    </form>
  );
}
