import { rebuildReadModel } from './platform/projections/following/rebuild-read-model.js';
import { named } from './platform/projections/unit/stream-name.js';
import { ProgressBar } from './platform/console/progress-bar.js';
import { PROJECTIONS } from './projections.js';
import { keepFilesPrivate } from './platform/environment/private-files.js';
import { readSettings } from './platform/environment/settings.js';

keepFilesPrivate();
const bar = new ProgressBar();

try {
  const settings = readSettings(process.env, process.argv.slice(2));
  const { events, seconds, parked } = await rebuildReadModel(settings, PROJECTIONS, (share) =>
    bar.show('Building the read model', share),
  );
  bar.clear();
  process.stdout.write(
    `The read model was built anew from ${events.toLocaleString('en')} events in ${seconds.toFixed(1)} s.\n`,
  );
  for (const { stream, version, foreign } of parked)
    process.stderr.write(
      `${named(stream)} is stale: its event ${version} ${foreign ? `is foreign (${foreign})` : 'could not be read'}.\n`,
    );
} catch (error) {
  bar.clear();
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
