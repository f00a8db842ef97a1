import type { StepEditing } from '../../canvas/canvas.js';
import type { Draft } from './draft.js';
import type { Sent, SessionPorts } from './session-state.js';
import type { Attempt } from './saving.js';

interface Call {
  what: string;
  finish(): void;
}

/**
 * For tests: a canvas, a browser and a service in which nothing happens by itself. Every call waits until the
 * test lets it go on, and does what it does only then. A canvas is read when it is asked, as a real one is.
 */
export class SlowWorld {
  readonly drafts = new Map<string, Draft>();
  readonly held = new Set<string>();
  readonly sent: Attempt[] = [];
  readonly answers: Sent[] = [];
  /** What the browser refuses to keep. */
  full = false;
  /** Whether the person is in the middle of something on the canvas. */
  busy = false;
  readonly canvas = this.#makeCanvas();
  #calls: Call[] = [];
  #keys = 0;

  /** Another canvas that shows the same process. */
  another = () => this.#makeCanvas();

  ports(person = 'werkgroep-wmo', process = 'p'): SessionPorts {
    return {
      send: (attempt) => {
        this.sent.push(attempt);
        return this.#slow('send', () => {
          return this.answers.shift() ?? { outcome: 'stored', version: attempt.seen + 1 };
        });
      },
      drafts: {
        list: (of, about) =>
          this.#slow('list', () =>
            [...this.drafts.values()].filter((draft) => draft.person === of && draft.process === about),
          ),
        put: (draft) =>
          this.#slow('put', () => {
            if (this.full) throw new Error('full');
            this.drafts.set(draft.id, draft);
          }),
        remove: (id, holding) =>
          this.#slow('remove', () => {
            if (holding === undefined || this.drafts.get(id)?.xml === holding) this.drafts.delete(id);
          }),
      },
      held: () => this.#slow('held', () => new Set(this.held)),
      hold: (id) => {
        this.held.add(id);
        return () => this.held.delete(id);
      },
      read: () => undefined,
      now: () => ++this.#keys,
      newKey: () => `${person} ${process} ${++this.#keys}`,
    };
  }

  /** What is waiting to go on, in the order in which it was asked. */
  get waiting(): string[] {
    return this.#calls.map(({ what }) => what);
  }

  /** Lets the first call of this name go on, once it has been made. */
  async finish(what: string): Promise<void> {
    await this.still();
    const call = this.#calls.find((each) => each.what === what);
    if (!call) throw new Error(`Nobody waits for ${what}, only for: ${this.waiting.join(', ') || 'nothing'}`);
    this.#calls.splice(this.#calls.indexOf(call), 1);
    call.finish();
    await this.still();
  }

  /** Lets everything go on until what was begun is done. */
  async finishAll<T>(begun?: Promise<T>): Promise<T | undefined> {
    for (await this.still(); this.#calls.length > 0; await this.still()) this.#calls.shift()!.finish();
    return begun;
  }

  /** Everything that can go on has gone on. */
  still = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

  #makeCanvas() {
    const canvas = {
      drawing: '',
      /** What was put on it, oldest first. */
      loads: [] as string[],
      editing: { canUndo: () => true } as StepEditing,
      load: (xml: string) => {
        canvas.loads.push(xml);
        return this.#slow('load', () => {
          canvas.drawing = xml;
          return { outcome: 'drawn' as const, written: xml, warnings: [] };
        });
      },
      xml: () => {
        const { drawing } = canvas;
        return this.#slow('xml', () => drawing);
      },
      inHand: () => this.busy,
      finishText: () => undefined,
    };
    return canvas;
  }

  #slow<T>(what: string, act: () => T): Promise<T> {
    return new Promise((resolve, reject) => {
      const finish = () => {
        try {
          resolve(act());
        } catch (error) {
          reject(error as Error);
        }
      };
      this.#calls.push({ what, finish });
    });
  }
}
