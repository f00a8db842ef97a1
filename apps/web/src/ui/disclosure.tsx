import { useId, useRef, useState } from 'react';
import type { ReactNode } from 'react';

interface Props {
  /** What the button says; `name` is its full accessible name where that is more. */
  label: ReactNode;
  name?: string;
  /** Without a border, where many stand below each other. */
  quiet?: boolean;
  children: (close: () => void) => ReactNode;
}

/** A button that shows and hides a small list of links and buttons; Escape or leaving it closes it. */
export function Disclosure({ label, name, quiet, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and focus of what is inside it
    <div
      className="disclosure"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        close();
      }}
      onBlur={(event) => {
        if (!box.current?.contains(event.relatedTarget)) setOpen(false);
      }}
    >
      <button
        type="button"
        ref={button}
        className={`nl-button nl-button--${quiet ? 'subtle' : 'secondary'} disclosure__button`}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        aria-label={name}
        onClick={() => setOpen(!open)}
      >
        {label}
        <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
          <path
            d={open ? 'M2 8l4-4 4 4' : 'M2 4l4 4 4-4'}
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
          />
        </svg>
      </button>
      {open && (
        <div className="disclosure__list" id={id} tabIndex={-1}>
          <List close={close}>{children}</List>
        </div>
      )}
    </div>
  );
}

const List = ({ children, close }: Pick<Props, 'children'> & { close: () => void }) => children(close);
