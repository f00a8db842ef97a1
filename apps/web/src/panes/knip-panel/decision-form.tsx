import { Button } from '@nl-design-system-candidate/button-react';
import type { ComponentProps, ReactNode } from 'react';
import { Form } from '../../ui/form/form.js';
import { ReasonField } from '../../ui/form/reason-field.js';
import { useTexts } from './texts.js';

interface Props {
  /** From `useDecisionForm`. */
  form: ComponentProps<typeof Form>['form'] & {
    submitting: boolean;
    touched: boolean;
    discard(): void;
    getInputProps(field: 'reason'): object;
  };
  /** What the button says. */
  label: string;
  /** The fields above the reason. */
  children?: ReactNode;
  /** What may be said besides, below the reason. */
  besides?: ReactNode;
}

/** The frame of a form that records one decision: its fields, the reason, and the way to give it up. */
export function DecisionForm({ form, label, children, besides }: Props) {
  const { t } = useTexts();
  return (
    <Form
      form={form}
      className="stack"
      actions={
        <>
          <Button purpose="primary" type="submit" busy={form.submitting}>
            {label}
          </Button>
          {form.touched && (
            <Button purpose="subtle" onClick={form.discard}>
              {t('knip.discard')}
            </Button>
          )}
        </>
      }
    >
      {children}
      <ReasonField {...form.getInputProps('reason')} />
      {besides}
    </Form>
  );
}
