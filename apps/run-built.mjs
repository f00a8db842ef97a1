// `node apps/run-built.mjs rebuild`: builds the service where it is out of date, then runs one of the
// programs beside it. None of them needs the page.
import { build } from './build.mjs';

const PROGRAMS = {
  access: '../dist/apps/api/src/write-access-page.js',
  rebuild: '../dist/apps/api/src/rebuild.js',
  log: '../dist/apps/api/src/log.js',
};
const [name] = process.argv.splice(2, 1);

try {
  await build('service');
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
await import(PROGRAMS[name]);
