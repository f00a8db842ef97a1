import { useEffect, useEffectEvent } from 'react';
import { useDecision } from '../../process/use-decision.js';
import { type FieldErrors, useForm } from '../../ui/form/use-form.js';
import { useDeciding } from './deciding.js';
import { useDraft } from './drafts.js';
import { useTexts } from './texts.js';

interface Options<Values> {
  /** Names the form and what it is about, e.g. `p1/knip/Task_1`: what was typed is kept under it. */
  draft: string;
  start: Values;
  check?(values: Values): FieldErrors<Values>;
  /** What is sent, but for the reason. */
  decision(values: Values): { method: 'POST' | 'PUT'; path: string; body: object };
}

/** A form that records one decision with its reason. What was typed stays until it is recorded. */
export function useDecisionForm<Values extends { reason: string }>({
  draft: key,
  start,
  check,
  decision,
}: Options<Values>) {
  const { shell } = useTexts();
  const deciding = useDeciding();
  const decide = useDecision(deciding.subject);
  const draft = useDraft<Values>(key);
  const form = useForm<Values>({
    start: draft.kept ?? start,
    check: (values) => ({
      ...check?.(values),
      reason: values.reason.trim() === '' ? shell('reasonMissing') : undefined,
    }),
    send: async (values) => {
      const { body, ...where } = decision(values);
      const written = await decide({ ...where, body: { ...body, reason: values.reason.trim() } });
      draft.keep(undefined);
      form.restart(start);
      deciding.onDone(written);
    },
    onChange: draft.keep,
  });
  // Without a draft the form follows the decision that holds, which others change as well.
  const touched = draft.kept !== undefined;
  const standing = JSON.stringify(start);
  const follow = useEffectEvent(() => form.restart(start));
  // biome-ignore lint/correctness/useExhaustiveDependencies: begins again when another decision holds
  useEffect(() => {
    if (!touched) follow();
  }, [touched, standing]);
  return {
    ...form,
    /** Whether something was typed that was not recorded yet. */
    touched,
    discard: () => draft.keep(undefined),
  };
}
