export interface RenumberingFigures {
  compared: number;
  unchanged: number;
  merged: number;
  right: number;
  asked: number;
  otherIds: number;
  wrong: number;
}
export interface NamedText {
  file: string;
  text: string;
}
export const WAYS: { ofOneKind: boolean; back: boolean }[];
export function filesIn(bpmn: typeof import('#bpmn'), ...folders: string[]): NamedText[];
export function renumberingRun(
  bpmn: typeof import('#bpmn'),
  files: NamedText[],
  rounds: number,
  told?: (line: string) => void,
): RenumberingFigures;
export function inWords(figures: RenumberingFigures): string;
