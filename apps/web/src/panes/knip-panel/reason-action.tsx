import type { TypedWhere } from '../../use-typed.js';
import { DecisionForm } from './decision-form.js';
import { Section } from './section.js';
import { useDecisionForm } from './use-decision-form.js';

interface Props {
  /** Names what is typed. */
  typed: Omit<TypedWhere<{ reason: string }>, 'process'>;
  label: string;
  text: string;
  path: string;
}

/** Takes something back: opens to ask the reason. */
export function ReasonAction({ typed, label, text, path }: Props) {
  const form = useDecisionForm({
    typed,
    start: { reason: '' },
    decision: () => ({ method: 'POST', path, body: {} }),
  });
  return (
    <Section title={label} quiet open={form.touched}>
      <p>{text}</p>
      <DecisionForm form={form} label={label} />
    </Section>
  );
}
