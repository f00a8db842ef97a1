import { join } from 'node:path';
import { openLog, sealEvents } from '#event-store';

/**
 * Appends an event to a stream as a later version of the program might have written it: a reader of the
 * stream here parks it. No service may run on the folder meanwhile.
 */
export async function appendUnreadable(dataDir: string, stream: string): Promise<void> {
  const log = openLog(join(dataDir, 'log.sqlite'));
  const { version, metadata } = (await log.events.readLast(stream))!;
  const { hash, at, schemaVersion } = metadata;
  const context = {
    commandId: 'later',
    requestDigest: '00',
    schemaVersion,
    actor: 'auditor',
    now: new Date(),
  };
  const unreadable = sealEvents(
    stream,
    { version, hash, at },
    [{ type: 'FromALaterVersion', data: {} }],
    context,
  );
  await log.events.append(stream, version, unreadable);
  await log.events.close();
}
