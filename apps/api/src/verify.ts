import { verifyLog } from './log/verify-log.js';
import { ProgressBar } from './server/progress-bar.js';
import { readSettings } from './settings.js';

const bar = new ProgressBar();

try {
  const { dataDir } = readSettings(process.env, process.argv.slice(2));
  const { events, streams, root, flaw } = await verifyLog(dataDir, (share) => bar.show('Verifying the log', share));
  bar.clear();
  if (flaw) throw new Error(`The log was changed: event ${flaw.version} of ${flaw.stream} does not verify, ${flaw.problem}.`);
  process.stdout.write(`All ${events.toLocaleString('en')} events of ${streams.toLocaleString('en')} processes verify. Root: ${root}\n`);
} catch (error) {
  bar.clear();
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
