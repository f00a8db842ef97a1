import { describeProblem, describeWarning, readDiagram } from '#bpmn';
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
  /** Why it cannot be used; nothing else counts then. */
  problems: string[];
}

/** Looks into a file the way the service will, so that its problems are told before anything is sent. */
export function checkBytes(name: string, bytes: Uint8Array<ArrayBuffer>, language: Language): CheckedFile {
  const reading = readDiagram(bytes);
  const file = { name, bytes, title: titleOf(name), steps: 0, warnings: [], problems: [] };
  if (!reading.ok)
    return { ...file, problems: reading.problems.map((problem) => describeProblem(problem, language)) };
  const { outline, warnings } = reading.diagram;
  return {
    ...file,
    steps: outline.steps.length,
    warnings: warnings.map((warning) => describeWarning(warning, language)),
  };
}

/** "WMO_vervoers-voorziening.bpmn" → "WMO vervoers-voorziening" */
function titleOf(fileName: string): string {
  const words = fileName
    .replace(/\.(bpmn20?|xml)$/iu, '')
    .replace(/\.bpmn$/iu, '')
    .replaceAll('_', ' ')
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
