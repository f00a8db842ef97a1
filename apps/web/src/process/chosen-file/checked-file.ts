import { describeOpenSteps, describeProblem, describeWarning, openSteps, readDiagram } from '#bpmn';
import type { Language } from '#bpmn';

/** Largest diagram that the service takes, in bytes. */
export const LARGEST_FILE = 6 * 1024 * 1024;

/** A file that somebody chose, after looking into it. */
export interface CheckedFile {
  name: string;
  /** Name of the process to propose. */
  title: string;
  bytes: Uint8Array<ArrayBuffer>;
  steps: number;
  warnings: string[];
  /** Which steps have no side or cannot be decided on, and why. */
  open: string[];
  /** Why it cannot be used; nothing else counts then. */
  problems: string[];
}

/** Checks a file as the service will, to show its problems before anything is sent. */
export function checkBytes(name: string, bytes: Uint8Array<ArrayBuffer>, language: Language): CheckedFile {
  const reading = readDiagram(bytes);
  const file = { name, bytes, title: titleOf(name), steps: 0, warnings: [], open: [], problems: [] };
  if (!reading.ok)
    return { ...file, problems: reading.problems.map((problem) => describeProblem(problem, language)) };
  const { outline, warnings } = reading.diagram;
  return {
    ...file,
    steps: outline.steps.length,
    // A step without an id has at least a name.
    warnings: warnings
      .filter(({ code }) => code !== 'missingId')
      .map((warning) => describeWarning(warning, language)),
    open: openSteps(outline).map((steps) => describeOpenSteps(steps, language)),
  };
}

/** Whether there is something to tell of a file that can be used. */
export const isRemarkable = ({ warnings, open }: CheckedFile): boolean => warnings.length + open.length > 0;

/** "WMO_vervoers-voorziening.bpmn" → "WMO vervoers-voorziening" */
function titleOf(fileName: string): string {
  const words = fileName
    .replace(/\.(bpmn20?|xml)$/iu, '')
    .replace(/\.bpmn$/iu, '')
    .replaceAll('_', ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
