import type { Outline } from '#bpmn';
import type { Loaded } from '../../canvas/canvas.js';
import type { DraftOffer } from './draft.js';
import type { MovedIds } from '../moved-ids/said-of-ids.js';
import type { DraftPorts } from './draft-keeper.js';
import type { Attempt, Conflict, SaveFailure, Saving } from './saving.js';

/** How a save ended. */
export type Sent =
  | { outcome: 'stored' | 'unchanged'; version: number }
  | { outcome: 'failed'; failure: SaveFailure }
  | { outcome: 'overtaken'; conflict: Conflict }
  | { outcome: 'ids-moved'; moved: MovedIds };

/** What the session needs of the world around it. */
export interface SessionPorts extends DraftPorts {
  send(attempt: Attempt): Promise<Sent>;
  /** The elements of a drawing; undefined where it cannot be read. */
  read(xml: string): Outline | undefined;
}

/** A drawing as the service has it. */
export interface SavedDrawing {
  xml: string;
  /** The newest version of the process that was seen with it. */
  seen: number;
}

/** The drawing on the canvas. An id on the canvas means the same element as long as no other is loaded. */
export interface DrawnText {
  /** Another one whenever a drawing is loaded. */
  load: string;
  /** What the canvas was loaded with, or what was saved from it since. */
  base: string;
  /** As it was last read from the canvas. */
  text: string;
}

export interface SessionState {
  saving: Saving;
  /** The elements of the drawing on the canvas now. */
  outline?: Outline;
  loaded?: Loaded;
  drawn?: DrawnText;
  /** Whether unsaved work has its copy in the browser: `failed` where the browser keeps nothing. */
  kept: 'nothing' | 'pending' | 'kept' | 'failed';
  /** Whether the person is in the middle of something on the canvas. */
  inHand: boolean;
  offers: DraftOffer[];
}
