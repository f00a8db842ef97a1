import { isDrawn, refOf } from '../changes/merge-state.js';
import type { MergeState } from '../changes/merge-state.js';
import { anyElement, has } from '../pieces/piece.js';
import type { Piece } from '../pieces/piece.js';
import { ORIGINS } from '../pieces/source.js';

/**
 * Which shapes and lines stay: those of what stays, unless a side took the drawing of it away. A diagram that
 * lacks the thing says nothing about its drawing: moving what the other removed is no wish to keep it.
 */
export function keepDrawings(state: MergeState): void {
  for (const piece of state.tree.entities.values()) {
    if (!isDrawn(piece) || piece === state.tree.root) continue;
    const shown = shownBy(state, piece);
    if (shown && !shown.present) {
      piece.present = false;
      continue;
    }
    const asked = ORIGINS.filter((origin) => !shown || has(shown, origin));
    const onBase = has(piece, 'base');
    piece.present = onBase ? asked.every((origin) => has(piece, origin)) : true;
  }
}

/** What a shape or line draws. */
function shownBy(state: MergeState, piece: Piece): Piece | undefined {
  const { local } = anyElement(piece);
  return local === 'BPMNShape' || local === 'BPMNEdge'
    ? state.target(refOf(anyElement(piece), 'bpmnElement'))
    : undefined;
}
