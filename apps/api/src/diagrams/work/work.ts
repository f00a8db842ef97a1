import {
  compareRootsWithIds,
  compareWithIds,
  idsBetween,
  mergeDiagrams,
  readDiagram,
  readNewDiagram,
  svgPicture,
  withDecisions,
  type ComparisonWithIds,
  type Cut,
  type Diagram,
  type DiagramProblem,
  type ExportDecisions,
  type Outline,
  type PictureOptions,
} from '#bpmn';
import { checked } from '../../process-facts/index.js';

/** Two files compared; of each file either its problems, or its outline. */
export type FilesCompared =
  | { ok: true; outlines: [before: Outline, after: Outline]; comparison: ComparisonWithIds }
  | { ok: false; problems: [before: DiagramProblem[], after: DiagramProblem[]] };

/**
 * What takes long on large diagrams. Goes in and comes out as data alone, so that another thread can do it.
 */
export const WORK = {
  compare: compareWithIds,
  idsBetween,
  compareFiles: (before: Uint8Array, after: Uint8Array): FilesCompared => {
    const [was, is] = [readNewDiagram(before), readNewDiagram(after)];
    if (was.ok && is.ok)
      return {
        ok: true,
        outlines: [was.diagram.outline, is.diagram.outline],
        comparison: compareRootsWithIds(was.diagram.root, is.diagram.root),
      };
    return { ok: false, problems: [was.ok ? [] : was.problems, is.ok ? [] : is.problems] };
  },
  merge: mergeDiagrams,
  checked,
  picture: (bytes: Uint8Array, cut: Cut, options: PictureOptions): string | undefined =>
    svgPicture(accepted(bytes), cut, options),
  withDecisions: (bytes: Uint8Array, decisions: ExportDecisions): string =>
    withDecisions(accepted(bytes), decisions),
};

export type Work = typeof WORK;

/**
 * Characters or bytes of all that goes in up to which a piece of work takes some hundredths of a second at
 * most: not worth the way to another thread. Reading is ten times as fast as comparing.
 */
export const SMALL: Record<keyof Work, number> = {
  compare: 64 * 1024,
  idsBetween: 64 * 1024,
  compareFiles: 64 * 1024,
  merge: 64 * 1024,
  checked: 256 * 1024,
  picture: 128 * 1024,
  withDecisions: 256 * 1024,
};

/** Characters or bytes of all diagrams that go in. */
export const sizeOf = (parts: readonly unknown[]): number =>
  parts.reduce<number>(
    (sum, part) => sum + (typeof part === 'string' || part instanceof Uint8Array ? part.length : 0),
    0,
  );

function accepted(bytes: Uint8Array): Diagram {
  const reading = readDiagram(bytes);
  if (!reading.ok) throw new Error('A diagram that was read before cannot be read.');
  return reading.diagram;
}
