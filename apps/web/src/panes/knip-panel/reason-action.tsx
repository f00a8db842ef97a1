import { DecisionForm } from './decision-form.js';
import { Section } from './section.js';
import { useDecisionForm } from './use-decision-form.js';

interface Props {
  /** Names the draft. */
  draft: string;
  label: string;
  text: string;
  path: string;
}

/** Takes something back: opens to ask the reason. */
export function ReasonAction({ draft, label, text, path }: Props) {
  const form = useDecisionForm({
    draft,
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
