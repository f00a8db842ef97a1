import type { EventBus } from '../../diagram/elements.js';
import { WHOLE_COMMAND } from '../../diagram/whole-command.js';
import { changeBetween, memoryOf, restore, withChange, type Memory, type Remembered } from './memory.js';

interface Command {
  context: { change?: Remembered };
}

/** Before anybody else. */
const FIRST = 10_000;

/**
 * Undo gives back the very file that was there before a command, and redo the one that was there after it.
 * The library takes back step by step what it did on the drawing, and forgets some of what that did to the
 * file: where an element stood, in which order, what was noted of it. So the file is not left to that. It is
 * noted what a command changed in it, and that alone is put back.
 */
export class ExactUndo {
  static $inject = ['eventBus', 'bpmnjs'];
  #running: Command['context'] | undefined;
  /** The file before the command that runs, else as it is. */
  #known: Memory = new Map();
  #wanted: Memory | undefined;

  constructor(
    eventBus: EventBus,
    private readonly drawing: { getDefinitions(): object },
  ) {
    const on = (turn: string, listener: (command: Command) => void) =>
      eventBus.on(`commandStack.${WHOLE_COMMAND}.${turn}`, FIRST, listener);
    on('preExecute', ({ context }) => {
      this.#running = context;
      this.#known = this.#now();
    });
    on('executed', ({ context: { change } }) => {
      if (change) this.#wanted = withChange(this.#known, change.before, change.after);
    });
    on('reverted', ({ context: { change } }) => {
      if (change) this.#wanted = withChange(this.#known, change.after, change.before);
    });
    // By then the library has also written where labels are.
    eventBus.on('commandStack.changed', FIRST, () => {
      if (this.#wanted) restore((this.#known = this.#wanted));
      if (this.#running) {
        const now = this.#now();
        this.#running.change = changeBetween(this.#known, now);
        this.#known = now;
      }
      this.#running = undefined;
      this.#wanted = undefined;
    });
  }

  #now(): Memory {
    return memoryOf(this.drawing.getDefinitions());
  }
}
