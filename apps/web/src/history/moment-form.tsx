import { Button } from '@nl-design-system-candidate/button-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { versionAddress } from '../addresses.js';
import { ProblemError } from '../http.js';
import { processQuery } from '../process/queries.js';
import { queryClient } from '../query-client.js';
import { TextField } from '../ui/form/fields.js';
import { Form } from '../ui/form/form.js';
import { useForm } from '../ui/form/use-form.js';

/** Opens the version that held at a moment, given in the time of the person who asks. */
export function MomentForm({ id }: { id: string }) {
  const { t } = useTranslation('history');
  const navigate = useNavigate();
  const form = useForm({
    start: { local: '' },
    check: ({ local }) => ({ local: local === '' ? t('moment.missing') : undefined }),
    send: async ({ local }) => {
      const at = new Date(local).toISOString();
      try {
        const process = await queryClient.fetchQuery(processQuery(id, { at }));
        await navigate(versionAddress(id, process.version));
      } catch (error) {
        if (!(error instanceof ProblemError && error.status === 404)) throw error;
        form.setFieldError('local', t('moment.before'));
      }
    },
  });
  return (
    <Form form={form} className="moment-form compact no-print">
      <TextField label={t('moment.title')} type="datetime-local" {...form.getInputProps('local')} />
      <Button purpose="secondary" type="submit" busy={form.submitting}>
        {t('moment.show')}
      </Button>
    </Form>
  );
}
