// Unpacks the Chromium that `@sparticuz/chromium` carries into $TMPDIR, and prints where it and its system
// libraries are. A process of its own, since the package reads $TMPDIR and decides what to unpack while it is
// being imported.
import chromium from '@sparticuz/chromium';

const executablePath = await chromium.executablePath();
const { LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env;
process.stdout.write(JSON.stringify({ executablePath, libraries: { LD_LIBRARY_PATH, FONTCONFIG_PATH } }));
