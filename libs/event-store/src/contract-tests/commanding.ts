import { expect, it } from '@jest/globals';
import type { StateSource } from '../current-states.js';
import { CommandHandler, StreamContended, type Command, type Outcome } from '../handle-command.js';
import { verifyChain } from '../hash.js';
import type { EventStore } from '../port.js';
import { identifyRequest } from '../request.js';
import { newStream, SAMPLE_CONTEXT } from './sample-events.js';

/** Counts the events of a stream. The read side has seen nothing yet. */
const counting: StateSource<number> = {
  schemaVersion: 1,
  initial: 0,
  evolve: (count) => count + 1,
  load: () => undefined,
  findCommand: () => undefined,
};

const commandOf = (commandId: string): Command => ({
  ...SAMPLE_CONTEXT,
  ...identifyRequest({ reason: { text: 'omdat' } }),
  commandId,
});

/** Sends a command as a client does: it retries when other writers were first at every attempt. */
async function send(handler: CommandHandler<number>, stream: string, commandId: string): Promise<Outcome> {
  for (;;) {
    try {
      return await handler.handle(stream, commandOf(commandId), (count) => [
        { type: 'Counted', data: { count, reason: { text: 'omdat' } } },
      ]);
    } catch (error) {
      if (!(error instanceof StreamContended)) throw error;
    }
  }
}

/**
 * Command handlers on top of the log.
 * @param beside opens another store on the same log, when the engine can
 */
export function commanding(store: () => EventStore, beside?: () => Promise<EventStore>): void {
  it('stores each command of 32 writers on one stream once, each at its own version', async () => {
    const stream = newStream();
    const writers = Array.from({ length: 32 }, () => new CommandHandler(store(), counting));
    const outcomes = await Promise.all(writers.map((writer) => send(writer, stream, crypto.randomUUID())));
    expect(outcomes.map(({ version }) => version).sort((a, b) => a - b)).toEqual(
      outcomes.map((_, index) => index + 1),
    );
    const stored = await store().readStream(stream);
    expect(new Set(stored.map(({ metadata }) => metadata.commandId)).size).toBe(32);
    expect(stored.map(({ data }) => data.count)).toEqual(stored.map((_, index) => index));
    expect(verifyChain(stored)).toBeUndefined();
  });

  it('stores a command once when two instances get it at once, and both give the same answer', async () => {
    const stream = newStream();
    const other = await beside?.();
    const instances = [store(), other ?? store()].map((log) => new CommandHandler(log, counting));
    const ids = Array.from({ length: 12 }, () => crypto.randomUUID());
    for (const id of ids) {
      const outcomes = await Promise.all(instances.map((instance) => send(instance, stream, id)));
      expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['recorded', 'repeated']);
      expect(outcomes[0]).toMatchObject({ version: outcomes[1]?.version });
    }
    const stored = await store().readStream(stream);
    expect(stored.map(({ metadata }) => metadata.commandId)).toEqual(ids);
    expect(verifyChain(stored)).toBeUndefined();
    await other?.close();
  });
}
