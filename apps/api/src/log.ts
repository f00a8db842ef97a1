import { ProgressBar } from './platform/console/progress-bar.js';
import { keepFilesPrivate } from './platform/environment/private-files.js';
import { HELP, readCommandLine, runCommand } from './log-tool/index.js';

/** The user pressed Ctrl+C. */
class Stopped extends Error {
  constructor() {
    super('Stopped. What a copy has written so far stays, and the same command goes on from there.');
  }
}

/** Loaded for `verify` alone. */
const projections = async () => (await import('./projections.js')).PROJECTIONS;

keepFilesPrivate();
const bar = new ProgressBar();
let stopped = false;
let now = '';

/** The first signal stops the command at a safe point. A second one stops it at once. */
function stop(): void {
  if (stopped) process.exit(130);
  stopped = true;
}
process.on('SIGINT', stop).on('SIGTERM', stop);

function onProgress(what: string, share: number): void {
  if (stopped) throw new Stopped();
  if (what !== now) bar.clear();
  now = what;
  bar.show(what, share);
}

/** Prints one sentence and no stack trace, also for uncaught errors of the server's client. */
function fail(error: unknown): void {
  bar.clear();
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message.split('\n')[0]}\n`);
  process.exitCode = error instanceof Stopped ? 130 : 1;
}
process.on('uncaughtException', (error) => {
  fail(error);
  process.exit();
});

const args = process.argv.slice(2);
if (args.length === 0) process.stdout.write(HELP);
else {
  try {
    const printed = await runCommand(readCommandLine(args), process.env, onProgress, projections);
    bar.clear();
    process.stdout.write(printed);
  } catch (error) {
    fail(error);
  }
}
