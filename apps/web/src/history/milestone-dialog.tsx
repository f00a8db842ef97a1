import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useTranslation } from 'react-i18next';
import { processSubject } from '../process/subject.js';
import { useDecision } from '../process/use-decision.js';
import { useKeptForm } from '../process/use-kept-form.js';
import { DialogForm } from '../ui/form/dialog-form.js';
import { TextField } from '../ui/form/fields.js';

interface Props {
  id: string;
  /** The newest version. */
  latest: number;
  onClose: () => void;
}

/** Gives a version a name, by which it is found later. */
export function MilestoneDialog({ id, latest, onClose }: Props) {
  const { t } = useTranslation('history');
  const decide = useDecision(processSubject(id));
  const form = useKeptForm({
    typed: { process: id, form: 'milestone', about: '' },
    start: { name: '', version: String(latest) },
    check: ({ name, version }) => ({
      name: name.trim() === '' ? t('milestone.nameMissing') : undefined,
      version: isVersion(version, latest) ? undefined : t('milestone.versionWrong', { latest }),
    }),
    send: async ({ name, version }) => {
      const body = { name: name.trim(), version: Number(version) };
      await decide({ method: 'POST', path: '/milestones', body });
      onClose();
    },
  });
  return (
    <DialogForm title={t('milestone.title')} form={form} send={t('milestone.save')} onClose={onClose}>
      <Paragraph>{t('milestone.text')}</Paragraph>
      <TextField label={t('milestone.label')} {...form.getInputProps('name')} />
      <TextField
        label={t('milestone.version')}
        type="number"
        min={1}
        max={latest}
        {...form.getInputProps('version')}
      />
    </DialogForm>
  );
}

const isVersion = (text: string, latest: number): boolean =>
  Number.isInteger(Number(text)) && Number(text) >= 1 && Number(text) <= latest;
