import type { Rect } from './diagram/elements.js';

/** The library's canvas, as far as zooming needs it. */
export interface Zoomable {
  viewbox(): { inner: Rect; outer: { width: number; height: number } };
  viewbox(box: Rect): unknown;
  zoom(): number;
  zoom(scale: number): number;
}

const STEP = 1.25;
const LEAST = 0.1;
const MOST = 4;
/** Names in steps are readable from here on. */
const READABLE = 0.62;
/**
 * One has to move sideways anyway where the whole does not fit: then the height may be filled, up to the size
 * in which it was drawn.
 */
const COMFORTABLE = 1;
const FIT_MOST = 1.2;
const MARGIN = { left: 24, palette: 130, right: 24, top: 24, bottom: 48 };

/** How much of a diagram is seen. */
export class Zooming {
  readonly #left: number;

  /** @param palette whether room is left for the palette */
  constructor(
    private readonly canvas: Zoomable,
    palette: boolean,
  ) {
    this.#left = palette ? MARGIN.palette : MARGIN.left;
  }

  /** The whole diagram where its names can be read then, else its beginning. */
  begin(): void {
    this.#show(({ whole, high }) =>
      whole >= READABLE ? whole : Math.max(READABLE, Math.min(high, COMFORTABLE)),
    );
  }

  /** The whole diagram. */
  fit(): void {
    this.#show(({ whole }) => whole);
  }

  closer(): void {
    this.#to(this.canvas.zoom() * STEP);
  }

  further(): void {
    this.#to(this.canvas.zoom() / STEP);
  }

  #to(scale: number): void {
    this.canvas.zoom(Math.min(MOST, Math.max(LEAST, scale)));
  }

  #show(scaleFor: (fitting: { whole: number; high: number }) => number): void {
    const { inner, outer } = this.canvas.viewbox();
    const width = outer.width - this.#left - MARGIN.right;
    const height = outer.height - MARGIN.top - MARGIN.bottom;
    if (!(width > 0 && height > 0 && inner.width > 0 && inner.height > 0)) return;
    const whole = Math.min(width / inner.width, height / inner.height, FIT_MOST);
    const scale = scaleFor({ whole, high: height / inner.height });
    // What fits is shown in the middle; what does not begins at the left and the top, where people begin to
    // read.
    const x = inner.x - this.#left / scale - Math.max(0, width / scale - inner.width) / 2;
    const y = inner.y - MARGIN.top / scale - Math.max(0, height / scale - inner.height) / 2;
    this.canvas.viewbox({ x, y, width: outer.width / scale, height: outer.height / scale });
  }
}
