import { useState, type ReactNode } from 'react';

interface Props {
  title: string;
  /** Shown beside the title, also when closed. */
  hint?: ReactNode;
  /** Opens or closes it when it changes; in between it is the user who does. */
  open?: boolean;
  /** For a small action inside another section. */
  quiet?: boolean;
  children: ReactNode;
}

/** A part of the panel that can be folded away. */
export function Section({ title, hint, open = false, quiet = false, children }: Props) {
  const [shown, setShown] = useState(open);
  const [wasOpen, setWasOpen] = useState(open);
  if (open !== wasOpen) {
    setWasOpen(open);
    setShown(open);
  }
  return (
    <details
      className={quiet ? 'knip-section knip-section--quiet' : 'knip-section'}
      open={shown}
      onToggle={(event) => setShown(event.currentTarget.open)}
    >
      <summary className="knip-section__head">
        <span className="knip-section__title">{title}</span>
        {hint && <span className="knip-section__hint">{hint}</span>}
      </summary>
      {shown && <div className="knip-section__body">{children}</div>}
    </details>
  );
}
