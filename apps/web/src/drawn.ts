/** An id means an element of one drawing; in a later one the same id may stand on another element. */
interface DrawingThen {
  /** Names the time for which the ids of one canvas mean the same, while it is drawn on. */
  load: string;
  text: string;
}

/** The drawing on screen, and where elements of earlier ones are in it. */
export interface Drawn extends DrawingThen {
  /** The id here of an element of that drawing; undefined where it is gone, or may be another. */
  idNow(then: DrawingThen, id: string): string | undefined;
}
