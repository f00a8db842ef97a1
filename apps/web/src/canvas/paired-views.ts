import type { Point, Rect } from './diagram/elements.js';

/**
 * Where one looks at a drawing: left and top in its own units, pixels per unit, and the size of the window in
 * its own units.
 */
interface ViewWindow extends Rect {
  scale: number;
}

/** One of two drawings that are looked at together. */
export interface Viewed {
  window(): ViewWindow;
  look(at: Point & { scale: number }): void;
  begin(): void;
  fit(): void;
}

/** Names in steps can be read from here on; larger than drawn is of no use. */
const READABLE = 0.62;
const LARGEST = 1.2;

/**
 * Two drawings moved and zoomed as one: whatever is done to either, the other follows at a fixed distance.
 */
export class PairedViews {
  #apart: Point = { x: 0, y: 0 };
  #follows = false;

  /** @param shift how far the whole right drawing lies from the left one */
  constructor(
    private readonly left: Viewed,
    private readonly right: Viewed,
    private readonly shift: Point = { x: 0, y: 0 },
  ) {
    this.#apart = shift;
  }

  /** Somebody moved one of them. */
  moved(side: 'left' | 'right'): void {
    if (this.#follows) return;
    const [from, sign] = side === 'left' ? [this.left, 1] : [this.right, -1];
    const { x, y, scale } = from.window();
    this.#together(() =>
      (side === 'left' ? this.right : this.left).look({
        x: x + sign * this.#apart.x,
        y: y + sign * this.#apart.y,
        scale,
      }),
    );
  }

  /** Both at the beginning of the drawing on one side, large enough to read. */
  begin(side: 'left' | 'right'): void {
    this.#from(side, (viewed) => viewed.begin());
  }

  /** The whole drawing of one side. */
  fit(side: 'left' | 'right'): void {
    this.#from(side, (viewed) => viewed.fit());
  }

  /** Puts an element in the middle of both; where only one has it, the other shows the same place. */
  goTo(left: Rect | undefined, right: Rect | undefined): void {
    if (!left && !right) return;
    const window = this.left.window();
    const scale = Math.min(LARGEST, Math.max(READABLE, window.scale));
    const size = { x: (window.width * window.scale) / scale, y: (window.height * window.scale) / scale };
    this.#apart = left && right ? this.#distance(middle(left), middle(right), size) : this.shift;
    const centre = left ? middle(left) : minus(middle(right!), this.#apart);
    const corner = { x: centre.x - size.x / 2, y: centre.y - size.y / 2 };
    this.#together(() => {
      this.left.look({ ...corner, scale });
      this.right.look({ x: corner.x + this.#apart.x, y: corner.y + this.#apart.y, scale });
    });
  }

  /** What moved a little is seen to have moved; what moved far is in the middle on both sides. */
  #distance(left: Point, right: Point, window: Point): Point {
    const apart = minus(right, left);
    const far = minus(apart, this.shift);
    return Math.abs(far.x) > window.x / 3 || Math.abs(far.y) > window.y / 3 ? apart : this.shift;
  }

  #from(side: 'left' | 'right', act: (viewed: Viewed) => void): void {
    this.#apart = this.shift;
    this.#together(() => act(side === 'left' ? this.left : this.right));
    this.moved(side);
  }

  #together(act: () => void): void {
    this.#follows = true;
    act();
    this.#follows = false;
  }
}

const middle = ({ x, y, width, height }: Rect): Point => ({ x: x + width / 2, y: y + height / 2 });

const minus = (one: Point, other: Point): Point => ({ x: one.x - other.x, y: one.y - other.y });
