import { Button } from '@nl-design-system-candidate/button-react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { versionAddress } from '../addresses.js';
import { ProblemError } from '../http.js';
import { processQuery } from '../process/queries.js';
import { queryClient } from '../query-client.js';
import { FormField } from '../ui/form-field.js';
import { ProblemNotice } from '../ui/problem-notice.js';

/** Opens the version that held at a moment, given in the time of the person who asks. */
export function MomentForm({ id }: { id: string }) {
  const { t } = useTranslation('history');
  const navigate = useNavigate();
  const [local, setLocal] = useState('');
  const [missing, setMissing] = useState(false);
  const finding = useMutation({
    mutationFn: (at: string) => queryClient.fetchQuery(processQuery(id, { at })),
    onSuccess: (process) => navigate(versionAddress(id, process.version)),
  });
  const notYet = finding.error instanceof ProblemError && finding.error.status === 404;
  return (
    <form
      className="moment-form compact no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(local === '');
        if (local !== '') finding.mutate(new Date(local).toISOString());
      }}
    >
      <FormField
        label={t('moment.title')}
        error={missing ? t('moment.missing') : notYet ? t('moment.before') : undefined}
      >
        {(control) => (
          <input
            {...control}
            type="datetime-local"
            className="utrecht-textbox utrecht-textbox--html-input"
            value={local}
            onChange={(event) => setLocal(event.target.value)}
          />
        )}
      </FormField>
      <Button purpose="secondary" type="submit" busy={finding.isPending}>
        {t('moment.show')}
      </Button>
      {finding.error && !notYet && <ProblemNotice error={finding.error} />}
    </form>
  );
}
