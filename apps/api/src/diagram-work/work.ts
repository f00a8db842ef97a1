import { compareDiagrams, compareRoots, mergeDiagrams, readDiagram, type ConflictChoice, type DiagramComparison, type DiagramProblem, type Merging, type Outline } from '#bpmn';

/** Two files held against each other; of each either what is wrong with it, or what matters of it. */
export type FilesCompared =
  | { ok: true; outlines: [before: Outline, after: Outline]; comparison: DiagramComparison }
  | { ok: false; problems: [before: DiagramProblem[], after: DiagramProblem[]] };

/** What takes long on large diagrams. Goes in and comes out as data alone, so that another thread can do it. */
export const WORK = {
  compare: (before: string, after: string): DiagramComparison => compareDiagrams(before, after),

  compareFiles: (before: Uint8Array, after: Uint8Array): FilesCompared => {
    const [was, is] = [readDiagram(before), readDiagram(after)];
    if (was.ok && is.ok) return { ok: true, outlines: [was.diagram.outline, is.diagram.outline], comparison: compareRoots(was.diagram.root, is.diagram.root) };
    return { ok: false, problems: [was.ok ? [] : was.problems, is.ok ? [] : is.problems] };
  },

  merge: (base: string, mine: string, theirs: string, choices: ConflictChoice[]): Merging => mergeDiagrams(base, mine, theirs, choices),
};

export type Work = typeof WORK;
