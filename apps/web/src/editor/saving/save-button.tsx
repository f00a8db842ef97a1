import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import { useKeptForm } from '../../process/use-kept-form.js';
import { Disclosure } from '../../ui/disclosure.js';
import { TextArea } from '../../ui/form/fields.js';
import { Form } from '../../ui/form/form.js';
import { LONGEST_TEXT } from '../../ui/form/reason-field.js';

interface Props {
  /** Id of the process that is saved. */
  process: string;
  busy: boolean;
  onSave(note: string): void;
}

/** Saves the drawing, with a note where one wants to leave one. */
export function SaveButton({ process, busy, onSave }: Props) {
  const { t } = useTranslation('saving');
  const form = useKeptForm({
    typed: { process, form: 'note', about: '' },
    start: { note: '' },
    send: ({ note }) => onSave(note.trim()),
  });
  return (
    <div className="save-button">
      <Button purpose="primary" busy={busy} aria-keyshortcuts="Control+S" onClick={() => onSave('')}>
        {t(busy ? 'saving' : 'save')}
      </Button>
      <Disclosure label="" name={t('saveWithNote')}>
        {(close) => (
          <Form
            className="save-note"
            form={{
              ...form,
              submit: (event) => {
                form.submit(event);
                close();
              },
            }}
          >
            <TextArea
              label={t('note')}
              description={t('noteHelp')}
              rows={3}
              maxLength={LONGEST_TEXT}
              autoFocus
              {...form.getInputProps('note')}
            />
            <Button purpose="primary" type="submit">
              {t('saveWithNote')}
            </Button>
          </Form>
        )}
      </Disclosure>
    </div>
  );
}
