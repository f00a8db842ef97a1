import { Button } from '@nl-design-system-candidate/button-react';
import type { ComponentProps, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../dialog.js';
import { Form } from './form.js';

interface Props {
  title: string;
  form: ComponentProps<typeof Form>['form'] & {
    submitting: boolean;
    /** Gives up what was filled in; closing otherwise does not. */
    discard?(): void;
  };
  /** What the button that sends it says. */
  send: string;
  /** Sending takes something away. */
  negative?: boolean;
  onClose(): void;
  children: ReactNode;
}

/** A dialog in which something is filled in and sent, or given up. */
export function DialogForm({ title, form, send, negative = false, onClose, children }: Props) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose}>
      <Form
        form={form}
        actions={
          <>
            <Button
              purpose="primary"
              type="submit"
              busy={form.submitting}
              {...(negative && { hint: 'negative' })}
            >
              {send}
            </Button>
            <Button
              purpose="secondary"
              onClick={() => {
                form.discard?.();
                onClose();
              }}
            >
              {t('cancel')}
            </Button>
          </>
        }
      >
        {children}
      </Form>
    </Dialog>
  );
}
