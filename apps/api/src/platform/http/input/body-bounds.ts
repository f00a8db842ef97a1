import { invalidInput, ProblemException, type FieldProblem } from '../problems/problem-exception.js';
import { FIELDS } from '../problems/field.problems.js';
import { HTTP_PROBLEMS } from '../problems/http.problems.js';
import { MAX_JSON_DEPTH, MAX_JSON_VALUES } from '../protocol/limits.js';

interface Unvisited {
  value: object;
  depth: number;
  path: string;
}

/**
 * Holds a body against its bounds before the validation sees it: that one needs seconds for a body of many
 * thousand values, overflows its stack on a deep one, and takes for known whatever every object inherits.
 * @throws ProblemException 400 when it holds too much, or names a field that only the language knows
 */
export function assertBounded(body: object): void {
  const unvisited: Unvisited[] = [{ value: body, depth: 1, path: '' }];
  const inherited: FieldProblem[] = [];
  let values = 0;
  for (let next = unvisited.pop(); next; next = unvisited.pop()) {
    const { value, depth, path } = next;
    for (const [key, member] of Object.entries(value) as [string, unknown][]) {
      values += 1;
      if (key in Object.prototype) inherited.push({ field: `${path}${key}`, kind: FIELDS.unknownField });
      if (typeof member === 'object' && member !== null)
        unvisited.push({ value: member, depth: depth + 1, path: `${path}${key}.` });
    }
    if (values > MAX_JSON_VALUES || depth > MAX_JSON_DEPTH)
      throw new ProblemException(HTTP_PROBLEMS.bodyTooMuch, {
        params: { values: MAX_JSON_VALUES, depth: MAX_JSON_DEPTH },
      });
  }
  if (inherited.length > 0) throw invalidInput(...inherited);
}
