import { Button } from '@nl-design-system-candidate/button-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.js';
import { ProblemNotice } from './problem-notice.js';

interface Props {
  title: string;
  /** What the button that sends it says. */
  send: string;
  /** Sending takes something away. */
  negative?: boolean;
  busy: boolean;
  /** Why the last try failed. */
  error: Error | null;
  onSend(): void;
  onClose(): void;
  children: ReactNode;
}

/** A dialog in which something is filled in and sent, or given up. */
export function DialogForm({ title, send, negative = false, busy, error, onSend, onClose, children }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onSend();
        }}
      >
        {children}
        {error && <ProblemNotice error={error} />}
        <div className="actions">
          <Button purpose="primary" type="submit" busy={busy} {...(negative && { hint: 'negative' })}>
            {send}
          </Button>
          <Button purpose="secondary" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
