import type { OneSide } from '../pieces/merging.js';
import type { Piece } from '../pieces/piece.js';

/** A flow that leads from or to something else, whatever the three diagrams say. */
export interface Rewiring {
  flow: string;
  end: 'sourceRef' | 'targetRef';
  to: string;
}

/** What both inserted into one flow, one after the other. */
export interface InOrder {
  /** Whose route the flow itself has. */
  route: OneSide;
  rewirings: Rewiring[];
  /** The ids of what the flow led from and to, and of what each of the two put between. */
  between: [source: string, target: string];
  first: string[];
  second: string[];
}

/** What a flow leads from and to. */
export interface Ends {
  source: Piece;
  target: Piece;
}

/** The flows of a side by what they lead from and to. */
export type Ways = Record<'source' | 'target', Map<Piece, { flow: Piece; ends: Ends }[]>>;
