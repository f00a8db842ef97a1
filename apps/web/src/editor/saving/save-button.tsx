import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import { Disclosure } from '../../ui/disclosure.js';
import { FormField } from '../../ui/form-field.js';
import { LONGEST_TEXT } from '../../ui/reason-field.js';

/** Saves the drawing, with a note where one wants to leave one. */
export function SaveButton({ busy, onSave }: { busy: boolean; onSave(note: string): void }) {
  const { t } = useTranslation('saving');
  const [note, setNote] = useState('');
  return (
    <div className="save-button">
      <Button purpose="primary" busy={busy} aria-keyshortcuts="Control+S" onClick={() => onSave('')}>
        {t(busy ? 'saving' : 'save')}
      </Button>
      <Disclosure label="" name={t('saveWithNote')}>
        {(close) => (
          <form
            className="save-note"
            onSubmit={(event) => {
              event.preventDefault();
              close();
              onSave(note.trim());
              setNote('');
            }}
          >
            <FormField label={t('note')} description={t('noteHelp')}>
              {(control) => (
                <textarea
                  {...control}
                  className="utrecht-textarea utrecht-textarea--html-textarea"
                  rows={3}
                  maxLength={LONGEST_TEXT}
                  // biome-ignore lint/a11y/noAutofocus: the person has just opened this form
                  autoFocus
                  value={note}
                  onChange={(event) => setNote(event.target.value)}
                />
              )}
            </FormField>
            <Button purpose="primary" type="submit">
              {t('saveWithNote')}
            </Button>
          </form>
        )}
      </Disclosure>
    </div>
  );
}
