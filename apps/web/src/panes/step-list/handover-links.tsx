import { useTranslation } from 'react-i18next';
import type { HandoverAnswer } from '#contract';
import type { StepRow } from './rows.js';

interface Props {
  row: StepRow;
  names: ReadonlyMap<string, string>;
  selected: string | undefined;
  onOpen(key: string): void;
}

/** Hand-overs into and out of a step, each with the way to its agreement. */
export function HandoverLinks({ row, names, selected, onOpen }: Props) {
  const { t } = useTranslation('stepList');
  const nameOf = (key: string) => names.get(key) ?? key;
  const standing = (handover: HandoverAnswer) => {
    if (!handover.agreement) return t('handoverOpen');
    return handover.agreement.outdated
      ? t('handoverOutdated')
      : t('handoverAgreed', { what: handover.agreement.what });
  };
  const link = (handover: HandoverAnswer, text: string) => (
    <li key={`${handover.flow} ${text}`}>
      <button
        type="button"
        className="handover-link nl-link"
        aria-current={handover.flow === selected || undefined}
        onClick={() => onOpen(handover.flow)}
      >
        <Scissors />
        {text}
      </button>
      <span className="step-table__kind">{standing(handover)}</span>
    </li>
  );
  if (row.handoversIn.length + row.handoversOut.length === 0) return <>–</>;
  return (
    <ul className="handover-links">
      {row.handoversIn.map((handover) =>
        link(handover, t('handoverIn', { steps: handover.before.map(nameOf).join(', ') })),
      )}
      {row.handoversOut.map((handover) => link(handover, t('handoverOut', { step: nameOf(handover.after) })))}
    </ul>
  );
}

function Scissors() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d="M5 1 L10 11 M11 1 L6 11"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
      />
      <circle cx="4.500" cy="12.500" r="2" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <circle cx="11.500" cy="12.500" r="2" fill="none" stroke="currentColor" strokeWidth="1.5" />
    </svg>
  );
}
