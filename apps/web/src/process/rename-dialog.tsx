import { useTranslation } from 'react-i18next';
import { DialogForm } from '../ui/form/dialog-form.js';
import { TextField } from '../ui/form/fields.js';
import { ReasonField } from '../ui/form/reason-field.js';
import { processSubject } from './subject.js';
import { useDecision } from './use-decision.js';
import { useKeptForm } from './use-kept-form.js';

/** Gives a process another name, with the reason. */
export function RenameDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const decide = useDecision(processSubject(id));
  const form = useKeptForm({
    typed: { process: id, form: 'rename', about: name },
    start: { name, reason: '' },
    check: (values) => ({
      name:
        values.name.trim() === ''
          ? t('process.nameMissing')
          : values.name.trim() === name
            ? t('process.nameSame')
            : undefined,
      reason: values.reason.trim() === '' ? t('reasonMissing') : undefined,
    }),
    send: async (values) => {
      const body = { name: values.name.trim(), reason: values.reason.trim() };
      await decide({ method: 'PATCH', path: '', body });
      onClose();
    },
  });
  return (
    <DialogForm
      title={t('process.renameTitle', { name })}
      form={form}
      send={t('process.rename')}
      onClose={onClose}
    >
      <TextField label={t('process.newName')} {...form.getInputProps('name')} />
      <ReasonField {...form.getInputProps('reason')} />
    </DialogForm>
  );
}
