import { ProblemError } from '../http.js';

/** What the service found wrong, by field. An error in a part (`data[1].name`) belongs to the field. */
export function fieldErrors(error: unknown): Record<string, string> {
  const found: Record<string, string> = {};
  for (const { field, message } of (error instanceof ProblemError && error.problem.errors) || []) {
    const name = firstName(field);
    const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
    found[name] = found[name] ? `${found[name]} ${sentence}` : sentence;
  }
  return found;
}

/** "alternatives[0]" and "within.amount" get the name that the form has for them. */
export const firstName = (field: string): string => field.split(/[.[]/u)[0] ?? field;
