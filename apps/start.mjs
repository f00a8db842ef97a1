// `npm start`: builds what is out of date, then runs the service in this very process, so that signals reach it.
import { build } from './build.mjs';

try {
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
await import('../dist/apps/api/src/main.js');
