import type { Bounds } from '../../environment/bounds.js';
import { HTTP_PROBLEMS } from '../problems/http.problems.js';
import { ProblemException } from '../problems/problem-exception.js';

const [QUOTE, BACKSLASH, COMMA] = [0x22, 0x5c, 0x2c];
const [OPENS_LIST, OPENS_OBJECT, CLOSES_LIST, CLOSES_OBJECT] = [0x5b, 0x7b, 0x5d, 0x7d];

/**
 * Counts the values of a JSON body and how many enclose one another, on its bytes: parsing and checking a
 * body of many thousand values would keep the service busy for seconds. An empty list or object counts as if
 * it held one value.
 * @throws ProblemException 400 when there are more than may be
 */
export function assertShape(
  bytes: Buffer,
  { jsonValues, jsonDepth }: Pick<Bounds, 'jsonValues' | 'jsonDepth'>,
): void {
  let values = 0;
  let depth = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    if (byte === QUOTE) at = endOfText(bytes, at + 1);
    else if (byte === COMMA) values += 1;
    else if (byte === OPENS_OBJECT || byte === OPENS_LIST) {
      values += 1;
      depth += 1;
    } else if (byte === CLOSES_OBJECT || byte === CLOSES_LIST) depth -= 1;
    if (values > jsonValues || depth > jsonDepth)
      throw new ProblemException(HTTP_PROBLEMS.bodyTooMuch, {
        params: { values: jsonValues, depth: jsonDepth },
      });
  }
}

/** Where the text ends that begins here: at its quote, or with the body where it has none. */
function endOfText(bytes: Buffer, begin: number): number {
  const quote = bytes.indexOf(QUOTE, begin);
  if (quote === -1) return bytes.length;
  // A file in it is one long text without a quote in it, and found at once.
  if (bytes[quote - 1] !== BACKSLASH) return quote;
  for (let at = begin; at < bytes.length; at += 1) {
    if (bytes[at] === BACKSLASH) at += 1;
    else if (bytes[at] === QUOTE) return at;
  }
  return bytes.length;
}
