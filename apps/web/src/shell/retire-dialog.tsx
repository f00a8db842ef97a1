import { Button } from '@nl-design-system-candidate/button-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from './dialog.js';
import { ProblemNotice } from './problem-notice.js';
import { ReasonField } from './reason-field.js';
import { useDecision } from './use-decision.js';

/** Retires a process: says what that means, and asks for the reason. */
export function RetireDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const retire = useDecision(id, onClose);
  const reasonError = reason.trim() === '' ? t('reasonMissing') : undefined;
  const submit = () => {
    setTried(true);
    if (!reasonError) retire.mutate({ method: 'POST', path: '/retirement', body: { reason: reason.trim() } });
  };
  return (
    <Dialog title={t('process.retireTitle', { name })} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Paragraph>{t('process.retireText')}</Paragraph>
        <ReasonField value={reason} error={tried ? reasonError : undefined} onChange={setReason} />
        {retire.error && <ProblemNotice error={retire.error} />}
        <div className="actions">
          <Button purpose="primary" hint="negative" type="submit" busy={retire.isPending}>
            {t('process.retire')}
          </Button>
          <Button purpose="secondary" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
