import 'reflect-metadata';
import { logError } from './platform/console/log-line.js';
import { ProgressBar } from './platform/console/progress-bar.js';
import { startService, type Service } from './start-service.js';
import { keepFilesPrivate } from './platform/environment/private-files.js';
import { readSettings } from './platform/environment/settings.js';

keepFilesPrivate();
const bar = new ProgressBar();
let service: Service | undefined;

/** Lets requests under way end and gives the log free; a second signal does not wait. */
function stop(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.removeListener(signal, stop).once(signal, () => process.exit(1));
  bar.clear();
  (service?.stop() ?? Promise.resolve()).then(
    () => process.exit(0),
    (error: unknown) => {
      logError('stopping failed', error);
      process.exit(1);
    },
  );
}
process.on('SIGINT', stop).on('SIGTERM', stop);
process.on('unhandledRejection', (error) => logError('unhandled rejection', error));

try {
  const settings = readSettings(process.env, process.argv.slice(2));
  service = await startService(settings, (what, share) => bar.show(what, share));
  bar.clear();
  process.stdout.write(`Knipkaart: ${settings.publicUrl?.origin ?? service.url}\n`);
} catch (error) {
  bar.clear();
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
