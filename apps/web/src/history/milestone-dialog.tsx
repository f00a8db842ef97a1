import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogForm } from '../ui/dialog-form.js';
import { FormField } from '../ui/form-field.js';
import { processSubject } from '../process/subject.js';
import { useDecision } from '../process/use-decision.js';
import { VersionField } from './version-field.js';

interface Props {
  id: string;
  /** The newest version. */
  latest: number;
  /** The version to propose; the newest when absent. */
  version?: number;
  onClose: () => void;
}

/** Gives a version a name, by which it is found later. */
export function MilestoneDialog({ id, latest, version, onClose }: Props) {
  const { t } = useTranslation('history');
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState(String(version ?? latest));
  const [tried, setTried] = useState(false);
  const naming = useDecision(processSubject(id), onClose);
  const number = Number(chosen);
  const nameError = name.trim() === '' ? t('milestone.nameMissing') : undefined;
  const versionError =
    Number.isInteger(number) && number >= 1 && number <= latest
      ? undefined
      : t('milestone.versionWrong', { latest });
  const submit = () => {
    setTried(true);
    if (!nameError && !versionError)
      naming.mutate({ method: 'POST', path: '/milestones', body: { name: name.trim(), version: number } });
  };
  return (
    <DialogForm
      title={t('milestone.title')}
      send={t('milestone.save')}
      busy={naming.isPending}
      error={naming.error}
      onSend={submit}
      onClose={onClose}
    >
      <Paragraph>{t('milestone.text')}</Paragraph>
      <FormField label={t('milestone.label')} error={tried ? nameError : undefined}>
        {(control) => (
          <input
            {...control}
            className="utrecht-textbox utrecht-textbox--html-input"
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </FormField>
      <VersionField
        label={t('milestone.version')}
        error={tried ? versionError : undefined}
        latest={latest}
        value={chosen}
        onChange={setChosen}
      />
    </DialogForm>
  );
}
