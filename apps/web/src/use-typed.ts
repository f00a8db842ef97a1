import { queryOptions } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { usePerson } from './session.js';
import { openTypedStore, type Typed, type TypedForm } from './typed-store.js';
import { TypedTexts } from './typed-texts.js';

const texts = new TypedTexts(openTypedStore());

window.addEventListener('beforeunload', (event) => {
  if (texts.losesOnLeaving) event.preventDefault();
});

/** Reads what a person typed before; a form that is shown earlier would not have it. */
export const typedQuery = (person: string) =>
  queryOptions({
    queryKey: ['typed', person],
    staleTime: Infinity,
    queryFn: async () => {
      await texts.load(person);
      return true;
    },
  });

/** A form, and what it is about. */
export interface TypedWhere {
  process: string;
  form: TypedForm;
  element?: string | undefined;
  /** How that is called. */
  about: string;
}

/** What this person typed in one form and did not record yet; undefined where nothing was. */
export function useTyped<Values extends object>({ process, form, element = '', about }: TypedWhere) {
  const person = usePerson().id;
  const key = JSON.stringify([person, process, form, element]);
  const kept = useSyncExternalStore(texts.subscribe, () => texts.get(key))?.values as Values | undefined;
  useEffect(() => texts.see(key), [key]);
  return {
    kept,
    /** Keeps it; undefined forgets it. */
    keep: (values: Values | undefined) =>
      values ? texts.put({ key, person, process, form, element, about, values }) : texts.remove(key),
  };
}

/** Everything that this person typed about a process and did not record yet. */
export function useAllTyped(process: string): (Typed & { isFromBefore: boolean; forget(): void })[] {
  const person = usePerson().id;
  return useSyncExternalStore(texts.subscribe, () => texts.all)
    .filter((typed) => typed.person === person && typed.process === process)
    .map((typed) => ({
      ...typed,
      isFromBefore: texts.isFromBefore(typed.key),
      forget: () => texts.remove(typed.key),
    }));
}
