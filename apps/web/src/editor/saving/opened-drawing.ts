import type { SavedDrawing } from './session-state.js';

/** A text, and how the canvas writes it. */
interface AsWritten {
  original: string;
  written: string;
}

/** What the drawing on the canvas was made from, and how one knows that nothing of it was changed. */
export class OpenedDrawing {
  #saved: { xml: string; version: number } | undefined;
  /** The saved drawing as the canvas writes it: what the canvas gives is unchanged when it equals this. */
  #written: string | undefined;
  /** The same of a file that was opened in its place, until it is saved. */
  #file: AsWritten | undefined;
  /**
   * Whether undoing everything leads back to the saved drawing, even where the canvas then writes it in
   * another order.
   */
  #undoneIsSaved = false;

  /** The saved drawing, with the version that it made; undefined where there is none. */
  get saved(): { xml: string; version: number } | undefined {
    return this.#saved;
  }

  /** The saved drawing, in every form in which a draft could hold it. */
  get savedForms(): (string | undefined)[] {
    return [this.#saved?.xml, this.#written];
  }

  /** The saved drawing or the file in its place, and how the canvas writes it. */
  get asOpened(): AsWritten | undefined {
    if (this.#file) return this.#file;
    return this.#saved && this.#written !== undefined
      ? { original: this.#saved.xml, written: this.#written }
      : undefined;
  }

  /**
   * A saved drawing goes on the canvas; undefined where the process has none yet.
   * @param version that it made
   */
  begin(drawing: SavedDrawing | undefined, version = 0): void {
    this.#saved = drawing && { xml: drawing.xml, version };
    this.#written = undefined;
    this.#file = undefined;
  }

  /** It is on the canvas, which writes it like this. */
  shown(written: string | undefined): void {
    this.#written = written;
    this.#undoneIsSaved = true;
  }

  /** Something else is on the canvas. */
  replaced(): void {
    this.#undoneIsSaved = false;
    this.#file = undefined;
  }

  /** What else is there came from a file. */
  fromFile(file: AsWritten): void {
    this.#file = file;
  }

  /** What is on the canvas was saved. */
  stored(xml: string, version: number): void {
    this.#written = xml;
    this.#file = undefined;
    this.#undoneIsSaved = false;
    this.#saved = { xml, version };
  }

  /** Whether what the canvas gives is the saved drawing. */
  isSaved(xml: string, canUndo: boolean | undefined): boolean {
    return xml === this.#written || (this.#undoneIsSaved && canUndo === false);
  }
}
