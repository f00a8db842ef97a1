import { ProblemError } from '../http.js';

/** What the service found wrong, by field; of a part of a field (`data[1].name`) it is told at the field. */
export function fieldErrors(error: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { field, message } of (error instanceof ProblemError && error.problem.errors) || []) {
    const name = firstName(field);
    const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
    found[name] = found[name] ? `${found[name]} ${sentence}` : sentence;
  }
  return found;
}

/** "alternatives[0]" and "within.amount" are told as what the form calls them. */
export const firstName = (field: string): string => field.split(/[.[]/u)[0] ?? field;
