// `npm start`: builds what is out of date, then runs the service in this very process, so that signals reach
// it.
import { build } from './build.mjs';

const shell = process.ppid;

try {
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
await import('../dist/apps/api/src/main.js');

// npm passes a signal on to its shell alone, and most shells die of it without telling us: then nobody wants
// the service any more.
if (process.env.npm_lifecycle_event === 'start') {
  const watch = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}
