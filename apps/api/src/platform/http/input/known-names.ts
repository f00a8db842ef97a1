import { FIELDS } from '../problems/field.problems.js';
import { invalidInput, type FieldProblem } from '../problems/problem-exception.js';

/**
 * Refuses fields that only the language knows: the validation takes for known whatever every object inherits.
 * @throws ProblemException 400 that names them
 */
export function assertNoInheritedNames(body: object): void {
  const unvisited: { value: object; path: string }[] = [{ value: body, path: '' }];
  const inherited: FieldProblem[] = [];
  for (let next = unvisited.pop(); next; next = unvisited.pop()) {
    const { value, path } = next;
    for (const [key, member] of Object.entries(value) as [string, unknown][]) {
      if (key in Object.prototype) inherited.push({ field: `${path}${key}`, kind: FIELDS.unknownField });
      if (typeof member === 'object' && member !== null)
        unvisited.push({ value: member, path: `${path}${key}.` });
    }
  }
  if (inherited.length > 0) throw invalidInput(...inherited);
}
