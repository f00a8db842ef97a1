import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '../ui/dialog-form.js';
import { ReasonField } from '../ui/reason-field.js';
import { processSubject } from './subject.js';
import { useDecision } from './use-decision.js';

/** Retires a process: says what that means, and asks for the reason. */
export function RetireDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const retire = useDecision(processSubject(id), onClose);
  const reasonError = reason.trim() === '' ? t('reasonMissing') : undefined;
  const submit = () => {
    setTried(true);
    if (!reasonError) retire.mutate({ method: 'POST', path: '/retirement', body: { reason: reason.trim() } });
  };
  return (
    <DialogForm
      title={t('process.retireTitle', { name })}
      send={t('process.retire')}
      negative
      busy={retire.isPending}
      error={retire.error}
      onSend={submit}
      onClose={onClose}
    >
      <Paragraph>{t('process.retireText')}</Paragraph>
      <ReasonField value={reason} error={tried ? reasonError : undefined} onChange={setReason} />
    </DialogForm>
  );
}
