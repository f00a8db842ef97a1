import { Button } from '@nl-design-system-candidate/button-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { DomainAnswer } from '#contract';
import { processAddress } from '../addresses.js';
import { Dialog } from '../ui/dialog.js';
import { FormField } from '../ui/form-field.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { FileField } from './file-field.js';
import { StartChoice } from './start-choice.js';
import type { Start } from './start-choice.js';
import { startDiagram } from './start-diagram.js';
import { useChosenFile } from './use-chosen-file.js';
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
  const [name, setName] = useState('');
  const [domain, setDomain] = useState(domains.length === 1 ? (domains[0]?.id ?? '') : '');
  const [start, setStart] = useState<Start>(dropped ? 'file' : 'empty');
  const [tried, setTried] = useState(false);
  const chosen = useChosenFile((file) =>
    setName((given) => given || (file.problems.length > 0 ? '' : file.title)),
  );
  const { made, saving } = useRegistration((id) => void navigate(processAddress(id)));
  const take = useEffectEvent((file: File) => void chosen.choose(file));
  useEffect(() => {
    if (dropped) take(dropped);
  }, [dropped]);

  const nameError = name.trim() === '' ? t('form.nameMissing') : undefined;
  const domainError = domain === '' ? t('form.domainMissing') : undefined;
  const file = chosen.file && chosen.file.problems.length === 0 ? chosen.file : undefined;
  const fileError =
    chosen.error ?? (tried && start === 'file' && !chosen.file ? t('form.fileMissing') : undefined);
  const submit = () => {
    setTried(true);
    if (nameError || domainError || (start === 'file' && !file)) return;
    const words = {
      front: t('startDiagram.front'),
      back: t('startDiagram.back'),
      begin: t('startDiagram.begin'),
      first: t('startDiagram.first'),
      second: t('startDiagram.second'),
      end: t('startDiagram.end'),
    };
    saving.mutate({
      name: name.trim(),
      domain,
      diagram: start === 'file' && file ? file.bytes : startDiagram({ process: name.trim(), ...words }),
    });
  };

  return (
    <Dialog title={t('form.title')} onClose={onClose}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        {!made && (
          <>
            <FormField label={t('form.name')} error={tried ? nameError : undefined}>
              {(control) => (
                <input
                  {...control}
                  className="utrecht-textbox utrecht-textbox--html-input"
                  value={name}
                  onChange={(event) => setName(event.target.value)}
                />
              )}
            </FormField>
            <FormField label={t('form.domain')} error={tried ? domainError : undefined}>
              {(control) => (
                <select
                  {...control}
                  className="utrecht-select utrecht-select--html-select"
                  value={domain}
                  onChange={(event) => setDomain(event.target.value)}
                >
                  {domains.length !== 1 && <option value="" />}
                  {domains.map((each) => (
                    <option key={each.id} value={each.id}>
                      {each.name}
                    </option>
                  ))}
                </select>
              )}
            </FormField>
          </>
        )}
        <StartChoice value={start} onChange={setStart} />
        {start === 'file' && (
          <FileField file={chosen.file} error={fileError} onChoose={(each) => void chosen.choose(each)} />
        )}
        {made && saving.error && (
          <p className="notice__title">{t('form.diagramRefused', { name: name.trim() })}</p>
        )}
        {saving.error && <ProblemNotice error={saving.error} />}
        <div className="actions">
          <Button purpose="primary" type="submit" busy={saving.isPending}>
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
        </div>
      </form>
    </Dialog>
  );
}
