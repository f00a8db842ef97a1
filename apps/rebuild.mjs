// `npm run rebuild`: builds what is out of date, then makes the read model anew from the log.
import { build } from './build.mjs';

try {
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
await import('../dist/apps/api/src/rebuild.js');
