import {
  compareRootsWithIds,
  compareWithIds,
  idsBetween,
  mergeDiagrams,
  readDiagram,
  type ComparisonWithIds,
  type DiagramProblem,
  type Outline,
} from '#bpmn';

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
    const [was, is] = [readDiagram(before), readDiagram(after)];
    if (was.ok && is.ok)
      return {
        ok: true,
        outlines: [was.diagram.outline, is.diagram.outline],
        comparison: compareRootsWithIds(was.diagram.root, is.diagram.root),
      };
    return { ok: false, problems: [was.ok ? [] : was.problems, is.ok ? [] : is.problems] };
  },
  merge: mergeDiagrams,
};

export type Work = typeof WORK;
