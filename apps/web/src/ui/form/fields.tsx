import type { ComponentProps, ReactNode } from 'react';
import { FormField } from '../form-field.js';

interface Labelled {
  label: string;
  description?: ReactNode;
  error?: string | undefined;
}

/** One line of text, a number, or a moment. */
export function TextField({
  label,
  description,
  error,
  className = '',
  ...input
}: Labelled & ComponentProps<'input'>) {
  return (
    <FormField label={label} description={description} error={error}>
      {(control) => (
        <input
          {...input}
          {...control}
          className={`utrecht-textbox utrecht-textbox--html-input${className ? ` ${className}` : ''}`}
        />
      )}
    </FormField>
  );
}

/** Text of several lines. */
export function TextArea({ label, description, error, ...input }: Labelled & ComponentProps<'textarea'>) {
  return (
    <FormField label={label} description={description} error={error}>
      {(control) => (
        <textarea
          {...input}
          {...control}
          className={`utrecht-textarea utrecht-textarea--html-textarea${error ? ' utrecht-textarea--invalid' : ''}`}
        />
      )}
    </FormField>
  );
}

/** One of the options inside. */
export function SelectField({ label, description, error, ...input }: Labelled & ComponentProps<'select'>) {
  return (
    <FormField label={label} description={description} error={error}>
      {(control) => <select {...input} {...control} className="utrecht-select utrecht-select--html-select" />}
    </FormField>
  );
}
