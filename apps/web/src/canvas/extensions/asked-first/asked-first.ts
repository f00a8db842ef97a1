import type { EventBus } from '../../diagram/elements.js';
import { standingOf, type Definitions, type Standing } from '../../diagram/standing.js';

interface Commands {
  undo(): void;
  redo(): void;
  canRedo(): boolean;
  /** What was done and can be undone, then what was undone and can be done again. */
  _stack: unknown[];
  _stackIdx: number;
}

/**
 * Looks at every change of the drawing and asks the user first, if the page wants that. The library's
 * commands cannot wait for an answer. So this undoes the change before the screen shows it, and
 * makes it again after a yes. It never asks about undo and redo.
 */
export class AskedFirst {
  static $inject = ['eventBus', 'commandStack', 'bpmnjs'];
  /** Gives the answer, or undefined where there is nothing to ask. */
  consider: ((before: Standing, after: Standing) => Promise<boolean> | undefined) | undefined;
  #settled: Standing | undefined;
  #done = 0;
  #answer: Promise<boolean> | undefined;

  constructor(
    private readonly eventBus: EventBus,
    private readonly commands: Commands,
    private readonly drawing: { getDefinitions(): Definitions | undefined },
  ) {
    eventBus.on('import.done', () => this.#look());
    eventBus.on<{ trigger?: string }>('commandStack.changed', ({ trigger }) => {
      if (trigger !== 'execute') return trigger === 'clear' ? undefined : this.#look();
      if (this.#done++ === 0) queueMicrotask(() => this.#ask());
    });
  }

  /** Whether the last change was made. Resolves after the answer. */
  get answered(): Promise<boolean> {
    return Promise.resolve().then(() => this.#answer ?? true);
  }

  #look(): void {
    if (this.#done === 0) this.#settled = standingOf(this.drawing.getDefinitions() ?? {});
  }

  #ask(): void {
    const count = this.#done;
    const before = this.#settled;
    this.#done = 0;
    this.#look();
    const asked = before && this.consider?.(before, this.#settled!);
    this.#answer = asked;
    if (!asked) return;
    this.eventBus.fire('askedFirst.asked');
    for (let i = 0; i < count; i++) this.commands.undo();
    const undone = this.commands._stackIdx;
    void asked.then((goOn) => {
      // Meanwhile, another drawing may have replaced this one.
      if (this.commands._stackIdx === undone) this.#settle(goOn, count);
      this.eventBus.fire('askedFirst.answered');
    });
  }

  #settle(goOn: boolean, count: number): void {
    if (!goOn) this.commands._stack.splice(this.commands._stackIdx + 1);
    for (let i = 0; goOn && i < count && this.commands.canRedo(); i++) this.commands.redo();
  }
}
