import { Button } from '@nl-design-system-candidate/button-react';
import { Paragraph } from '@nl-design-system-candidate/paragraph-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../shell/dialog.js';
import { FormField } from '../shell/form-field.js';
import { ProblemNotice } from '../shell/problem-notice.js';
import { useDecision } from '../shell/use-decision.js';

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
  const shell = useTranslation('shell').t;
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState(String(version ?? latest));
  const [tried, setTried] = useState(false);
  const naming = useDecision(id, onClose);
  const number = Number(chosen);
  const nameError = name.trim() === '' ? t('milestone.nameMissing') : undefined;
  const versionError = Number.isInteger(number) && number >= 1 && number <= latest ? undefined : t('milestone.versionWrong', { latest });
  return (
    <Dialog title={t('milestone.title')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (nameError || versionError) return;
          naming.mutate({ method: 'POST', path: '/milestones', body: { name: name.trim(), version: number } });
        }}
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
        <FormField label={t('milestone.version')} error={tried ? versionError : undefined}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              max={latest}
              className="utrecht-textbox utrecht-textbox--html-input"
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
            />
          )}
        </FormField>
        {naming.error && <ProblemNotice error={naming.error} />}
        <div className="actions">
          <Button purpose="primary" type="submit" busy={naming.isPending}>
            {t('milestone.save')}
          </Button>
          <Button purpose="secondary" onClick={onClose}>
            {shell('cancel')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
