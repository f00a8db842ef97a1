import { useDecision } from '../../process/use-decision.js';
import { useKeptForm } from '../../process/use-kept-form.js';
import type { FieldErrors } from '../../ui/form/use-form.js';
import type { TypedWhere } from '../../use-typed.js';
import { useDeciding } from './deciding.js';
import { useTexts } from './texts.js';

interface Options<Values> {
  /** Names the form and what it is about: what was typed is kept under it. */
  typed: Omit<TypedWhere<Values>, 'process'>;
  start: Values;
  check?(values: Values): FieldErrors<Values>;
  /** What is sent, but for the reason. */
  decision(values: Values): { method: 'POST' | 'PUT'; path: string; body: object };
}

/** A form that records one decision with its reason. What was typed stays until it is recorded. */
export function useDecisionForm<Values extends { reason: string }>({
  typed,
  start,
  check,
  decision,
}: Options<Values>) {
  const { shell } = useTexts();
  const deciding = useDeciding();
  const decide = useDecision(deciding.subject);
  return useKeptForm<Values>({
    typed: { ...typed, process: deciding.subject.id },
    start,
    check: (values) => ({
      ...check?.(values),
      reason: values.reason.trim() === '' ? shell('reasonMissing') : undefined,
    }),
    send: async (values) => {
      const { body, ...where } = decision(values);
      deciding.onDone(await decide({ ...where, body: { ...body, reason: values.reason.trim() } }));
    },
  });
}
