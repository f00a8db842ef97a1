import { queryOptions } from '@tanstack/react-query';
import { useEffect, useSyncExternalStore } from 'react';
import { elementNow, useDrawn, type Drawn } from './drawn.js';
import { newKey } from './http.js';
import { openWindows } from './open-windows.js';
import { usePerson } from './session.js';
import { openTypedStore, type Typed, type TypedForm } from './typed-store.js';
import { TypedTexts } from './typed-texts.js';

const texts = new TypedTexts(openTypedStore(), openWindows(newKey()), { now: Date.now, newKey });

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
export interface TypedWhere<Values = object> {
  process: string;
  form: TypedForm;
  element?: string | undefined;
  /** How that is called. */
  about: string;
  /** Gives the values with other ids in them, `''` for what is gone; absent where they have none. */
  ids?: (values: Values, now: (id: string) => string) => Values;
}

/** Id of the element here that was typed about; undefined where that is gone. */
const placeOf = (typed: Typed, drawn: Drawn | undefined): string | undefined =>
  // What lapsed is in no drawing any more.
  typed.form === 'lapsed' ? typed.element : elementNow(typed, drawn);

/** What this person typed in one form and did not record yet; undefined where nothing was. */
export function useTyped<Values extends object>(where: TypedWhere<Values>) {
  const { process, form, element = '', about, ids } = where;
  const person = usePerson().id;
  const drawn = useDrawn();
  const find = () =>
    texts.all.findLast(
      (each) =>
        each.person === person &&
        each.process === process &&
        each.form === form &&
        placeOf(each, drawn) === element &&
        // Without a drawing, nothing but its name says whether it is the same.
        ((each.drawing && drawn) || element === '' || each.about === about),
    );
  const typed = useSyncExternalStore(texts.subscribe, find);
  const { key } = typed ?? {};
  useEffect(() => {
    if (key !== undefined) texts.see(key);
  }, [key]);
  const valuesOf = ({ values, drawing }: Typed): Values =>
    ids && drawing && drawn && drawing.load !== drawn.load
      ? ids(values as Values, (id) => drawn.idNow(drawing, id) ?? '')
      : (values as Values);
  return {
    /** Names the text: another one when another text is to be in the form. */
    key: key && `${key} ${drawn?.load ?? ''}`,
    kept: typed && valuesOf(typed),
    /** Keeps it; undefined forgets it. */
    keep: (values: Values | undefined) => {
      const before = find();
      if (!values) return before && texts.remove(before.key);
      const drawing = drawn && (element !== '' || ids) && { load: drawn.load, text: drawn.text };
      texts.put({ person, process, form, element, about, values, ...(drawing && { drawing }) }, before);
    },
  };
}

/** The person is on the page of a process again: what was typed there is named until its form is open. */
export function useComeBack(process: string): void {
  const person = usePerson().id;
  useEffect(() => texts.comeBack(person, process), [person, process]);
}

/** A text that was typed, as it stands now. */
export interface TypedNow extends Typed {
  /** Id of the element here that it is about, `''`: the process; undefined where that is gone. */
  place: string | undefined;
  isFromBefore: boolean;
  /** Whether its form has another text of the same person. */
  isBeside: boolean;
  forget(): void;
  /** Puts it into its form, in place of the other text, which stays kept. */
  prefer(): void;
}

/** Everything that this person typed about a process and did not record yet. */
export function useAllTyped(process: string): TypedNow[] {
  const person = usePerson().id;
  const drawn = useDrawn();
  const found = useSyncExternalStore(texts.subscribe, () => texts.all)
    .filter((typed) => typed.person === person && typed.process === process)
    .map((typed) => ({ typed, place: placeOf(typed, drawn) }));
  return found.map(({ typed, place }, at) => ({
    ...typed,
    place,
    isFromBefore: texts.isFromBefore(typed.key),
    isBeside: found.some(
      (other, after) => after > at && other.typed.form === typed.form && other.place === place,
    ),
    forget: () => texts.remove(typed.key),
    prefer: () => texts.prefer(typed.key),
  }));
}
