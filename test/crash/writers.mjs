/**
 * Writes to a log with 64 writers until it is killed: `node writers.mjs <log>`. Prints a line of JSON
 * `{stream, version, commandId}` for each command after its answer.
 */
import { writeSync } from 'node:fs';
import { CommandHandler, openLog } from '../../dist/libs/event-store/index.js';

const WRITERS = 64;
const STREAMS = 32;
const LONGEST_BATCH = 4;

const { events } = openLog(process.argv[2]);
const counter = {
  schemaVersion: 1,
  initial: 0,
  evolve: (count) => count + 1,
  load: () => undefined,
  findCommand: () => undefined,
};
const handler = new CommandHandler(events, counter);
const run = crypto.randomUUID();

async function write(writer) {
  const stream = `crash-${run}-${writer % STREAMS}`;
  for (let turn = 0; ; turn++) {
    const commandId = `${run}-${writer}-${turn}`;
    const of = 1 + ((writer + turn) % LONGEST_BATCH);
    const command = {
      commandId,
      requestDigest: '0'.repeat(64),
      freeTexts: [],
      actor: 'crash',
      now: new Date(),
    };
    const batch = (count) =>
      Array.from({ length: of }, (_, part) => ({ type: 'Counted', data: { count: count + part + 1, of } }));
    const { version } = await handler.handle(stream, command, batch);
    // Written synchronously, so that the parent gets every acknowledged command, even right before a kill.
    writeSync(1, `${JSON.stringify({ stream, version, commandId })}\n`);
  }
}

await Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer)));
