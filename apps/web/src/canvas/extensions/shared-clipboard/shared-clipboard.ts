import type { EventBus } from '../../diagram/elements.js';

const KEPT_AS = 'knipkaart.clipboard';
const BEFORE_PASTING = 2000;

interface Clipboard {
  set(tree: unknown): void;
}

interface Moddle {
  create(type: string, attributes: object): object;
}

/**
 * What is copied in one process can be pasted in another, also in another tab of this
 * browser. Pasting makes new elements with new ids; decisions stay with the element they were taken on.
 */
export class SharedClipboard {
  static $inject = ['eventBus', 'clipboard', 'moddle'];
  /** What this editor copied itself: it needs no reading back. */
  #own: string | undefined;

  constructor(eventBus: EventBus, clipboard: Clipboard, moddle: Moddle) {
    eventBus.on<{ tree: unknown }>('copyPaste.elementsCopied', ({ tree }) => {
      this.#own = JSON.stringify(tree);
      keep(this.#own);
    });
    eventBus.on('keyboard.keydown', BEFORE_PASTING, () => {
      const kept = browserStore()?.getItem(KEPT_AS);
      if (!kept || kept === this.#own) return;
      this.#own = kept;
      clipboard.set(JSON.parse(kept, asElements(moddle)));
    });
  }
}

/** Undefined where the browser lets no page keep anything. */
function browserStore(): Storage | undefined {
  try {
    return localStorage;
  } catch {
    return undefined;
  }
}

function keep(copied: string): void {
  const store = browserStore();
  try {
    store?.setItem(KEPT_AS, copied);
  } catch {
    // Without room in the browser's store copying works within this process only. What was copied before
    // would come back in its place.
    store?.removeItem(KEPT_AS);
  }
}

/** Makes BPMN elements of what JSON made plain objects of; the same id is the same element. */
function asElements(moddle: Moddle): (key: string, value: unknown) => unknown {
  const made = new Map<string, object>();
  return (_, value) => {
    if (!isElement(value)) return value;
    const { $type, ...attributes } = value;
    const known = attributes.id === undefined ? undefined : made.get(attributes.id);
    const element = known ?? moddle.create($type, attributes);
    if (attributes.id !== undefined) made.set(attributes.id, element);
    return element;
  };
}

function isElement(value: unknown): value is { $type: string; id?: string } {
  return value instanceof Object && '$type' in value && typeof value.$type === 'string';
}
