import { ProblemError } from '../../http.js';

/** What the service found wrong with one field of the input, or with a part of it (`data[1].name`). */
export function fieldError(error: unknown, field: string): string | undefined {
  if (!(error instanceof ProblemError)) return undefined;
  const found =
    error.problem.errors?.filter(
      (each) =>
        each.field === field || each.field.startsWith(`${field}.`) || each.field.startsWith(`${field}[`),
    ) ?? [];
  return found.length > 0 ? found.map((each) => each.message).join(' ') : undefined;
}
