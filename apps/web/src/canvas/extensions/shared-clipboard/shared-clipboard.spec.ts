import { beforeEach, describe, expect, it } from '@jest/globals';
import { BpmnModdle } from 'bpmn-moddle';
import Clipboard from 'diagram-js/lib/features/clipboard/Clipboard';
import DrawingEvents from 'diagram-js/lib/core/EventBus';
import type { EventBus } from '../../diagram/elements.js';
import { SharedClipboard } from './shared-clipboard.js';

interface Element {
  $type: string;
  $instanceOf(type: string): boolean;
  get(property: string): unknown;
}
interface Moddle {
  create(type: string, attributes: object): Element;
}

/** The browser's own store, which all its windows share. */
const store = new Map<string, string>();
let isFull = false;
Object.defineProperty(globalThis, 'localStorage', {
  value: {
    getItem: (name: string) => store.get(name) ?? null,
    setItem: (name: string, value: string) => {
      if (isFull) throw new DOMException('It is full.', 'QuotaExceededError');
      store.set(name, value);
    },
    removeItem: (name: string) => void store.delete(name),
  },
});

/** The editor in one window. */
function editor() {
  const events = new DrawingEvents() as unknown as EventBus;
  const clipboard = new Clipboard();
  const moddle = new BpmnModdle() as unknown as Moddle;
  new SharedClipboard(events, clipboard as never, moddle);
  return {
    clipboard,
    moddle,
    copy: (tree: unknown) => {
      clipboard.set(tree);
      events.fire('copyPaste.elementsCopied', { tree });
    },
    paste: () => {
      events.fire('keyboard.keydown');
      return clipboard.get() as { steps: Element[]; label?: Element; count: number } | undefined;
    },
  };
}

beforeEach(() => {
  store.clear();
  isFull = false;
});

describe('What is copied in one window', () => {
  it('can be pasted in another, as elements, and what was one is one', () => {
    const [one, other] = [editor(), editor()];
    const task = one.moddle.create('bpmn:UserTask', { id: 'T', name: 'Toetsen' });
    const event = one.moddle.create('bpmn:BoundaryEvent', { id: 'E', attachedToRef: task });
    const nameless = [1, 2].map(() => one.moddle.create('bpmn:Task', {}));
    one.copy({ steps: [task, event, ...nameless], label: task, count: 2 });
    const pasted = other.paste()!;
    expect(pasted.count).toBe(2);
    expect(pasted.steps.map(({ $type }) => $type)).toEqual([
      'bpmn:UserTask',
      'bpmn:BoundaryEvent',
      'bpmn:Task',
      'bpmn:Task',
    ]);
    expect(pasted.steps[0]!.$instanceOf('bpmn:Activity')).toBe(true);
    expect(pasted.steps[0]!.get('name')).toBe('Toetsen');
    expect(pasted.label).toBe(pasted.steps[0]);
    expect(pasted.steps[2]).not.toBe(pasted.steps[3]);
    expect(pasted.steps[0]).not.toBe(task);
  });

  it('is pasted there as it was copied, and the latest counts, wherever it was copied', () => {
    const [one, other] = [editor(), editor()];
    const mine = { steps: [], count: 1 };
    one.copy(mine);
    expect(one.paste()).toBe(mine);
    other.copy({ steps: [], count: 2 });
    expect(one.paste()).toEqual({ steps: [], count: 2 });
    // Read once: what is being pasted does not change under it.
    expect(one.paste()).toBe(one.paste());
    one.copy(mine);
    expect(other.paste()).toEqual(mine);
  });

  it('can still be pasted there where the browser has no room for it, and nothing where nothing was', () => {
    const [one, other] = [editor(), editor()];
    expect(one.paste()).toBeUndefined();
    one.copy({ steps: [], count: 7 });
    isFull = true;
    const mine = { steps: [], count: 1 };
    one.copy(mine);
    expect(one.paste()).toBe(mine);
    expect(other.paste()).toBeUndefined();
  });
});
