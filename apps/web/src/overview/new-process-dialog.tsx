import { Button } from '@nl-design-system-candidate/button-react';
import { useEffect, useEffectEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DomainAnswer } from '#contract';
import { processAddress } from '../addresses.js';
import { useChosenFile } from '../process/chosen-file/use-chosen-file.js';
import { Dialog } from '../ui/dialog.js';
import { SelectField, TextField } from '../ui/form/fields.js';
import { Form } from '../ui/form/form.js';
import { useForm } from '../ui/form/use-form.js';
import { FileField } from './file-field.js';
import { StartChoice } from './start-choice.js';
import type { Start } from './start-choice.js';
import { startDiagram } from './start-diagram.js';
import { useRegistration } from './use-registration.js';

interface Props {
  /** Those in which this person may write. */
  domains: readonly DomainAnswer[];
  /** A file that was dropped on the page. */
  dropped?: File | undefined;
  onClose: () => void;
}

/** Makes a process, empty or from a file. */
export function NewProcessDialog({ domains, dropped, onClose }: Props) {
  const { t } = useTranslation('overview');
  const shell = useTranslation('shell').t;
  const navigate = useNavigate();
  const { made, register } = useRegistration();
  const start: Start = dropped ? 'file' : 'empty';
  const form = useForm({
    start: { name: '', domain: domains.length === 1 ? (domains[0]?.id ?? '') : '', start },
    check: (values) => ({
      name: values.name.trim() === '' ? t('form.nameMissing') : undefined,
      domain: values.domain === '' ? t('form.domainMissing') : undefined,
      start: values.start === 'file' && !file ? t('form.fileMissing') : undefined,
    }),
    send: async (values) => {
      const name = values.name.trim();
      const words = {
        front: t('startDiagram.front'),
        back: t('startDiagram.back'),
        begin: t('startDiagram.begin'),
        first: t('startDiagram.first'),
        second: t('startDiagram.second'),
        end: t('startDiagram.end'),
      };
      const diagram =
        values.start === 'file' && file ? file.bytes : startDiagram({ process: name, ...words });
      void navigate(processAddress(await register({ name, domain: values.domain, diagram })));
    },
  });
  const chosen = useChosenFile((read) => {
    if (read.problems.length === 0) form.setFieldValue('name', (given) => given || read.title);
  });
  const file = chosen.file && chosen.file.problems.length === 0 ? chosen.file : undefined;
  const fileError = chosen.error ?? (chosen.file ? undefined : form.errorOf('start'));
  const take = useEffectEvent((given: File) => void chosen.choose(given));
  useEffect(() => {
    if (dropped) take(dropped);
  }, [dropped]);

  return (
    <Dialog title={t('form.title')} onClose={onClose}>
      <Form
        form={form}
        actions={
          <>
            <Button purpose="primary" type="submit" busy={form.submitting}>
              {t(made ? 'form.retry' : 'form.make')}
            </Button>
            {made ? (
              <Button purpose="secondary" onClick={() => void navigate(processAddress(made.id))}>
                {t('form.open')}
              </Button>
            ) : (
              <Button purpose="secondary" onClick={onClose}>
                {shell('cancel')}
              </Button>
            )}
          </>
        }
      >
        {!made && (
          <>
            <TextField label={t('form.name')} {...form.getInputProps('name')} />
            <SelectField label={t('form.domain')} {...form.getInputProps('domain')}>
              {domains.length !== 1 && <option value="" />}
              {domains.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.name}
                </option>
              ))}
            </SelectField>
          </>
        )}
        <StartChoice
          value={form.values.start}
          onChange={(chosenStart) => form.setFieldValue('start', chosenStart)}
        />
        {form.values.start === 'file' && (
          <FileField file={chosen.file} error={fileError} onChoose={(each) => void chosen.choose(each)} />
        )}
        {made && form.failure !== undefined && (
          <p className="notice__title">{t('form.diagramRefused', { name: form.values.name.trim() })}</p>
        )}
      </Form>
    </Dialog>
  );
}
