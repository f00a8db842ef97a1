import { describe, expect, it } from '@jest/globals';
import type { StoredEvent } from '#event-store';
import { Inbox } from './inbox.js';

const events = (...versions: number[]) => versions.map((version) => ({ version }) as StoredEvent);
/** Longer than any test: nothing here waits for it. */
const NEVER = 2 ** 31 - 1;

describe('What waits for one listener', () => {
  it('is handed out once, in order, also where it comes while they wait', async () => {
    const inbox = new Inbox(9);
    inbox.put(events(1, 2));
    inbox.put(events(3));
    expect(await inbox.take(NEVER)).toEqual(events(1, 2, 3));
    const waits = inbox.take(NEVER);
    inbox.put(events(4));
    expect(await waits).toEqual(events(4));
    expect(await inbox.take(0)).toEqual([]);
  });

  it('may be as much as is allowed; one more lets them go, and nothing is kept for them any more', async () => {
    const inbox = new Inbox(2);
    inbox.put(events(1, 2));
    expect(await inbox.take(NEVER)).toEqual(events(1, 2));
    inbox.put(events(3, 4));
    inbox.put(events(5));
    expect(await inbox.take(NEVER)).toBeUndefined();
    inbox.put(events(6, 7));
    expect(await inbox.take(NEVER)).toBeUndefined();
    expect(JSON.stringify(inbox)).not.toContain('version');
  });

  it('is nothing any more when they leave, also while they wait', async () => {
    const inbox = new Inbox(2);
    const waits = inbox.take(NEVER);
    inbox.close();
    expect(await waits).toBeUndefined();
    inbox.put(events(1));
    expect(await inbox.take(NEVER)).toBeUndefined();
    expect(JSON.stringify(inbox)).not.toContain('version');
  });

  it('leaves no clock running once something came', async () => {
    const inbox = new Inbox(2);
    const clocks = () => process.getActiveResourcesInfo().filter((each) => each === 'Timeout').length;
    const before = clocks();
    const waits = inbox.take(NEVER);
    expect(clocks()).toBe(before + 1);
    inbox.put(events(1));
    await waits;
    expect(clocks()).toBe(before);
  });
});
