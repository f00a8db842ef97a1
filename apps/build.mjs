// Builds what is out of date: the service by the Nest CLI (which checks types) and the page by Vite, side by
// side.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const OLDEST_NODE = 24;

const SERVICE = {
  name: 'service',
  sources: [
    'apps/api',
    'libs',
    'tsconfig.json',
    'tsconfig.build.json',
    'nest-cli.json',
    'package.json',
    'package-lock.json',
  ],
  command: ['node_modules/@nestjs/cli/bin/nest.js', 'build'],
};
const PAGE = {
  name: 'page',
  sources: ['apps/web', 'libs/bpmn', 'libs/contract', 'package.json', 'package-lock.json'],
  command: ['node_modules/vite/bin/vite.js', 'build', 'apps/web', '--logLevel', 'warn'],
};

/**
 * Builds the service and the page, or one of them, where their sources changed since the last build.
 * @param {('service' | 'page')[]} names
 * @returns a promise that rejects with one sentence when a build fails
 */
export async function build(...names) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < OLDEST_NODE) {
    throw new Error(
      `Knipkaart needs Node ${OLDEST_NODE} and found ${process.versions.node}. "npm install" brings it along: run that first, ` +
        'and if it warned about install scripts, run "npm install-scripts approve node" and "npm install" again.',
    );
  }
  const parts = [SERVICE, PAGE].filter(({ name }) => names.length === 0 || names.includes(name));
  await Promise.all(parts.map(buildPart));
}

/**
 * @param {'service' | 'page'} name
 * @returns whether `dist/` holds what the sources are now
 */
export function isBuilt(name) {
  const { sources } = name === 'page' ? PAGE : SERVICE;
  return read(stampOf(name)) === fingerprint(sources);
}

const stampOf = (name) => join(root, 'dist', `.${name}-built`);

async function buildPart({ name, sources, command }) {
  const state = fingerprint(sources);
  if (read(stampOf(name)) === state) return;
  process.stderr.write(`Building the ${name} …\n`);
  const code = await new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) throw new Error(`The ${name} could not be built; what is wrong stands above.`);
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stampOf(name), state);
}

/** Names, sizes and times of all sources but the specs: a removed file counts as a change as well. */
function fingerprint(sources) {
  const hash = createHash('sha256');
  const visit = (path) => {
    if (path.endsWith('.spec.ts')) return;
    const stat = statSync(join(root, path), { throwIfNoEntry: false });
    if (!stat) return;
    if (!stat.isDirectory()) return void hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`);
    for (const entry of readdirSync(join(root, path)).sort()) visit(`${path}/${entry}`);
  };
  sources.forEach(visit);
  return hash.digest('hex');
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

if (import.meta.main) {
  await build(...process.argv.slice(2)).catch((error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
