/** Why a file is refused; a closed set, put into words by `describeProblem`. */
export type ProblemCode =
  | 'empty'
  | 'tooLarge'
  | 'json'
  | 'pdf'
  | 'zip'
  | 'gzip'
  | 'notXml'
  | 'unknownEncoding'
  | 'encodingContradiction'
  | 'invalidBytes'
  | 'nulBytes'
  | 'controlCharacter'
  | 'doctype'
  | 'entity'
  | 'truncated'
  | 'mismatchedTag'
  | 'duplicateAttribute'
  | 'unboundPrefix'
  | 'notWellFormed'
  | 'notBpmn'
  | 'fragment'
  | 'tooDeep'
  | 'tooManyAttributes'
  | 'tooManyParts'
  | 'tooManyFlowNodes'
  | 'tooTangled';

/** What is accepted but worth telling; a closed set, put into words by `describeWarning`. */
export type WarningCode =
  | 'missingId'
  | 'duplicateId'
  | 'illegalId'
  | 'danglingReference'
  | 'severalDiagrams'
  | 'impossibleCoordinates'
  | 'noDrawing';

export interface DiagramProblem {
  code: ProblemCode;
  /** Names and numbers for the message, by the keys that `describeProblem` uses. */
  params: Record<string, string | number>;
  /** 1-based, where the place is known. */
  line?: number;
  column?: number;
}

export interface DiagramWarning {
  code: WarningCode;
  params: Record<string, string | number>;
  line?: number;
}

/**
 * Line (1-based) and column (1-based, in UTF-16 units) of an offset in a text; a line ends with LF, CR or CR
 * LF.
 */
export function placeOf(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let lineStart = 0;
  const end = Math.min(offset, text.length);
  for (let i = 0; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) {
      line++;
      lineStart = i + 1;
    }
  }
  return { line, column: end - lineStart + 1 };
}
