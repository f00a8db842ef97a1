import { DecisionForm } from './decision-form.js';
import { useDraft } from './drafts.js';
import { Section } from './section.js';

interface Props {
  /** Names the draft. */
  draft: string;
  label: string;
  text: string;
  path: string;
}

/** Takes something back: opens to ask the reason. */
export function ReasonAction({ draft: key, label, text, path }: Props) {
  const draft = useDraft(key, { reason: '' });
  return (
    <Section title={label} quiet open={draft.touched}>
      <p>{text}</p>
      <DecisionForm
        label={label}
        method="POST"
        path={path}
        reason={draft.value.reason}
        onReason={(reason) => draft.change({ reason })}
        ready
        body={{}}
        onForget={draft.forget}
        touched={draft.touched}
      />
    </Section>
  );
}
