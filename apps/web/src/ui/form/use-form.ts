import { useForm as useFormState } from '@mantine/form';
import { useEffect, useState, type FormEvent } from 'react';
import { fieldErrors } from '../field-errors.js';

/** What is wrong, by field, as a sentence to show. */
export type FieldErrors<Values> = { [Field in keyof Values]?: string | undefined };

interface Options<Values> {
  /** What the form starts with. */
  start: Values;
  /** What keeps the values from being sent; asked when they are, and from then on with every change. */
  check?(values: Values): FieldErrors<Values>;
  /** Sends what was filled in. What it throws is shown, at its field where the service names one. */
  send(values: Values): unknown;
  /** Told what the person changes. */
  onChange?(values: Values): void;
}

/**
 * A form, as every form here works: what is wrong is said when it is sent, and the first wrong field gets the
 * focus; while it is under way it is busy and is not sent again. The fields take `form.getInputProps(name)`.
 */
export function useForm<Values extends object>({ start, check, send, onChange }: Options<Values>) {
  const [tried, setTried] = useState(false);
  const [failure, setFailure] = useState<unknown>();
  const [refused, setRefused] = useState<{ in: HTMLFormElement }>();
  // An effect runs when the errors are on screen.
  useEffect(() => refused?.in.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [refused]);
  const form = useFormState<Values>({
    initialValues: start,
    validate: (values) => ({ ...check?.(values) }),
    onValuesChange: (values) => {
      // A reset is no change of the person's.
      if (values === form.getInitialValues()) return;
      onChange?.(values);
      if (tried) form.setErrors({ ...check?.(values) });
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (form.submitting) return;
    const { currentTarget: element } = event;
    setTried(true);
    form.onSubmit(
      async (values) => {
        setFailure(undefined);
        try {
          await send(values);
        } catch (error) {
          setFailure(error);
          form.setErrors(fieldErrors(error));
          setRefused({ in: element });
        }
      },
      () => setRefused({ in: element }),
    )();
  };
  return {
    ...form,
    /** What is wrong with a field that is no input of its own. */
    errorOf: (field: keyof Values & string) => form.errors[field] as string | undefined,
    /** Why the last try failed. */
    failure,
    submit,
    /** Starts over, as if nothing had been typed or sent. */
    restart: (values: Values) => {
      setTried(false);
      setFailure(undefined);
      form.setInitialValues(values);
      form.reset();
    },
  };
}
