// `node apps/run-built.mjs rebuild`: builds what is out of date, then runs one of the programs beside
// the service.
import { build } from './build.mjs';

const PROGRAMS = {
  access: '../dist/apps/api/src/print-access.js',
  rebuild: '../dist/apps/api/src/rebuild.js',
  log: '../dist/apps/api/src/log-tool/main.js',
};
const [name] = process.argv.splice(2, 1);

try {
  await build();
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
await import(PROGRAMS[name]);
