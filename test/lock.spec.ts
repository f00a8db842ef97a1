import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';

const LOCKS = ['package-lock.json', 'test/bench/peers/package-lock.json', 'test/mutation/package-lock.json'];

interface Locked {
  resolved?: string;
  libc?: string[];
  optionalDependencies?: Record<string, string>;
}

/** The entry that a package finds when it asks for another by name: its own, else one of a folder above. */
function found(packages: Record<string, Locked>, from: string, name: string): Locked | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const entry = packages[`${folder && `${folder}/`}node_modules/${name}`];
    if (entry || folder === '') return entry;
  }
}

it.each(LOCKS)('%s holds the packages of every platform, and names no registry', (file) => {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> };
  const missing = Object.entries(packages).flatMap(([from, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !found(packages, from, name)),
  );
  expect(missing).toEqual([]);
  expect(Object.keys(packages).filter((name) => packages[name]?.resolved)).toEqual([]);
});

it.each(LOCKS)('%s says nothing that npm 10, which comes with Node 20 and 22, takes out again', (file) => {
  const { packages } = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Locked> };
  expect(Object.keys(packages).filter((name) => packages[name]?.libc)).toEqual([]);
});
