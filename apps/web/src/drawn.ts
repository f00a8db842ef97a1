import { createContext, use } from 'react';

/** An id means an element of one drawing; in a later one the same id may stand on another element. */
export interface DrawingThen {
  /** Names the time for which the ids of one canvas mean the same, while it is drawn on. */
  load: string;
  text: string;
}

/** The drawing on screen, and where elements of earlier ones are in it. */
export interface Drawn extends DrawingThen {
  /** The id here of an element of that drawing; undefined where it is gone, or may be another. */
  idNow(then: DrawingThen, id: string): string | undefined;
}

/** The drawing around a component, where there is one. */
export const DrawnContext = createContext<Drawn | undefined>(undefined);

/** The drawing around a component; undefined where there is none. */
export const useDrawn = (): Drawn | undefined => use(DrawnContext);

/** Where an element is that was chosen on an earlier drawing; undefined where it is gone. */
export const elementNow = (
  { element, drawing }: { element: string; drawing?: DrawingThen | undefined },
  drawn: Drawn | undefined,
): string | undefined => (drawing && drawn && element !== '' ? drawn.idNow(drawing, element) : element);
