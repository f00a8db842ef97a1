import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '../ui/form/dialog-form.js';
import { ReasonField } from '../ui/form/reason-field.js';
import { processSubject } from './subject.js';
import { useDecision } from './use-decision.js';
import { useKeptForm } from './use-kept-form.js';

/** Retires a process: says what that means, and asks for the reason. */
export function RetireDialog({ id, name, onClose }: { id: string; name: string; onClose: () => void }) {
  const { t } = useTranslation();
  const decide = useDecision(processSubject(id));
  const form = useKeptForm({
    typed: { process: id, form: 'retire', about: name },
    start: { reason: '' },
    check: ({ reason }) => ({ reason: reason.trim() === '' ? t('reasonMissing') : undefined }),
    send: async ({ reason }) => {
      await decide({ method: 'POST', path: '/retirement', body: { reason: reason.trim() } });
      onClose();
    },
  });
  return (
    <DialogForm
      title={t('process.retireTitle', { name })}
      form={form}
      send={t('process.retire')}
      negative
      onClose={onClose}
    >
      <Paragraph>{t('process.retireText')}</Paragraph>
      <ReasonField {...form.getInputProps('reason')} />
    </DialogForm>
  );
}
