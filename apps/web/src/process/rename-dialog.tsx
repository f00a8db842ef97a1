import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '../ui/dialog-form.js';
import { FormField } from '../ui/form-field.js';
import { ReasonField } from '../ui/reason-field.js';
import { processSubject } from './subject.js';
import { useDecision } from './use-decision.js';

/** Gives a process another name, with the reason. */
export function RenameDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const [next, setNext] = useState(name);
  const [reason, setReason] = useState('');
  const [tried, setTried] = useState(false);
  const rename = useDecision(processSubject(id), onClose);
  const nameError =
    next.trim() === '' ? t('process.nameMissing') : next.trim() === name ? t('process.nameSame') : undefined;
  const reasonError = reason.trim() === '' ? t('reasonMissing') : undefined;
  const submit = () => {
    setTried(true);
    if (!nameError && !reasonError)
      rename.mutate({ method: 'PATCH', path: '', body: { name: next.trim(), reason: reason.trim() } });
  };
  return (
    <DialogForm
      title={t('process.renameTitle', { name })}
      send={t('process.rename')}
      busy={rename.isPending}
      error={rename.error}
      onSend={submit}
      onClose={onClose}
    >
      <FormField label={t('process.newName')} error={tried ? nameError : undefined}>
        {(control) => (
          <input
            {...control}
            className="utrecht-textbox utrecht-textbox--html-input"
            value={next}
            onChange={(event) => setNext(event.target.value)}
          />
        )}
      </FormField>
      <ReasonField value={reason} error={tried ? reasonError : undefined} onChange={setReason} />
    </DialogForm>
  );
}
