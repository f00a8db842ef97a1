import { useEffect, useEffectEvent } from 'react';
import { type FieldErrors, useForm } from '../ui/form/use-form.js';
import { type TypedWhere, useTyped } from '../use-typed.js';

interface Options<Values> {
  /** Names the form and what it is about: what was typed is kept under it. */
  typed: TypedWhere<Values>;
  start: Values;
  check?(values: Values): FieldErrors<Values>;
  /** Sends what was filled in; false where nothing came of it: what was typed stays. */
  send(values: Values): unknown;
}

/** A form about a process. What was typed stays, in the browser too, until it is sent or given up. */
export function useKeptForm<Values extends object>({ typed: where, start, check, send }: Options<Values>) {
  const typed = useTyped<Values>(where);
  const form = useForm<Values>({
    start: typed.kept ?? start,
    ...(check && { check }),
    send: async (values) => {
      if ((await send(values)) === false) return;
      typed.keep(undefined);
      form.restart(start);
    },
    onChange: typed.keep,
  });
  // Where nothing was typed the form follows what holds, which others change as well.
  const touched = typed.kept !== undefined;
  const standing = JSON.stringify(start);
  const follow = useEffectEvent((values: Values) => form.restart(values));
  useEffect(() => {
    if (!touched) follow(JSON.parse(standing) as Values);
  }, [touched, standing]);
  // This form has another text now, or other ids in it; what is typed here is in the form already.
  const show = useEffectEvent((key: string | undefined) => {
    if (key !== undefined && typed.kept && JSON.stringify(typed.kept) !== JSON.stringify(form.getValues()))
      form.restart(typed.kept);
  });
  useEffect(() => show(typed.key), [typed.key]);
  return {
    ...form,
    /** Whether something was typed that was not recorded yet. */
    touched,
    discard: () => typed.keep(undefined),
  };
}
