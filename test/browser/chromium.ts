import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
} from 'playwright-core';

/** Stands here, not in until.ts: the benchmark runs this file as it is, so it imports nothing of ours. */
const PATIENCE_MS = 120_000;

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
];
/** Without these a browser asks its maker's servers for updates while the test runs. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/**
 * A real Chromium: `CHROMIUM_PATH`, else an installed one, else the one that the dev dependency
 * `@sparticuz/chromium` carries, in the end with the system libraries that it carries as well.
 * @throws Error naming what to set when none of them starts
 */
export const launchChromium = (): Promise<Browser> => started((options) => chromium.launch(options));

/**
 * The same with everything kept in a folder, as people's own browsers do; what one window leaves there the
 * next one finds.
 */
export const launchWithProfile = (folder: string, window: BrowserContextOptions): Promise<BrowserContext> =>
  started((options) => chromium.launchPersistentContext(folder, { ...window, ...options }));

async function started<T>(start: (options: LaunchOptions) => Promise<T>): Promise<T> {
  const named = process.env['CHROMIUM_PATH'] ?? INSTALLED.find((path) => existsSync(path));
  if (named) return start(optionsFor(named, {}));
  const { executablePath, libraries } = carriedChromium();
  try {
    return await start(optionsFor(executablePath, {}));
  } catch {
    return start(optionsFor(executablePath, libraries)).catch((error: Error) => {
      throw new Error(`No Chromium starts here; set CHROMIUM_PATH to one that does. ${error.message}`);
    });
  }
}

function optionsFor(executablePath: string, libraries: NodeJS.ProcessEnv): LaunchOptions {
  const args = process.getuid?.() === 0 ? ['--no-sandbox', ...QUIET] : QUIET;
  const env = Object.fromEntries(
    Object.entries({ ...process.env, ...libraries }).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
  return { executablePath, args, env, timeout: PATIENCE_MS };
}

interface Carried {
  executablePath: string;
  libraries: NodeJS.ProcessEnv;
}

/**
 * Unpacked once a machine; under its final name only when complete, since tests that start together would run
 * half a browser.
 */
function carriedChromium(): Carried {
  const home = join(tmpdir(), `knipkaart-chromium-${process.getuid?.() ?? 'user'}`);
  if (!existsSync(home)) {
    const folder = mkdtempSync(join(tmpdir(), 'knipkaart-unpacking-'));
    unpack(folder);
    try {
      renameSync(folder, home);
    } catch {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return unpack(home);
}

function unpack(folder: string): Carried {
  // The package unpacks its system libraries only where it believes to be on the service it was made for.
  const env = {
    ...process.env,
    TMPDIR: folder,
    AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
    LD_LIBRARY_PATH: undefined,
    FONTCONFIG_PATH: undefined,
  };
  return JSON.parse(
    execFileSync(process.execPath, ['test/browser/unpack-chromium.mjs'], { env, encoding: 'utf8' }),
  ) as Carried;
}
