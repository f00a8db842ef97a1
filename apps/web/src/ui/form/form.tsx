import type { ComponentProps, FormEvent, ReactNode } from 'react';
import { ProblemNotice } from '../problem-notice.js';

interface Props extends Omit<ComponentProps<'form'>, 'onSubmit'> {
  /** From `useForm`. */
  form: { submit(event: FormEvent<HTMLFormElement>): void; failure: unknown };
  /** The buttons below. */
  actions?: ReactNode;
}

/** The frame of a form: its fields, why it could not be sent, and its buttons. */
export function Form({ form, actions, children, ...rest }: Props) {
  return (
    <form noValidate onSubmit={form.submit} {...rest}>
      {children}
      {form.failure !== undefined && <ProblemNotice error={form.failure} />}
      {actions && <div className="actions">{actions}</div>}
    </form>
  );
}
