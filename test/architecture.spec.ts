import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

const root = resolve('.');
const LIBS: Record<string, string> = {
  '#domain': 'libs/domain',
  '#event-store': 'libs/event-store',
  '#bpmn': 'libs/bpmn',
  '#contract': 'libs/contract',
};

/** What stands above may import what stands in its list, and nothing else of ours. */
const MAY_IMPORT: Record<string, string[]> = {
  'libs/domain': [],
  'libs/event-store': [],
  'libs/bpmn': [],
  'libs/contract': [],
  'apps/api': ['libs/domain', 'libs/event-store', 'libs/bpmn', 'libs/contract'],
  'apps/web': ['libs/bpmn', 'libs/contract'],
};
/** Packages a pure part may use; none at all where the list is empty. */
const MAY_USE: Record<string, string[]> = {
  'libs/domain': [],
  'libs/bpmn': ['saxes', '@noble/hashes/sha2.js'],
  'libs/contract': [],
};

interface Import {
  from: string;
  to: string;
}

const files = ['apps/api/src', 'apps/web/src', ...Object.values(LIBS).map((lib) => `${lib}/src`)]
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'));
const imports = files.flatMap((from): Import[] =>
  ts
    .preProcessFile(readFileSync(join(root, from), 'utf8'))
    .importedFiles.map(({ fileName }) => ({ from, to: target(from, fileName) })),
);

function target(from: string, name: string): string {
  if (name.startsWith('#')) return LIBS[name] ?? name;
  if (!name.startsWith('.')) return name;
  return relative(root, resolve(root, dirname(from), name)).replace(/\.js$/, '.ts');
}
const partOf = (path: string) =>
  Object.keys(MAY_IMPORT).find((part) => path === part || path.startsWith(`${part}/`));
/** Imports between files of ours. */
const edges = imports.flatMap(({ from, to }): Import[] => {
  const file = files.find(
    (candidate) =>
      candidate === to ||
      candidate === `${to.replace(/\.ts$/, '')}.tsx` ||
      candidate === `${to}.ts` ||
      candidate === `${to}.tsx`,
  );
  return file ? [{ from, to: file }] : [];
});
const isTest = (path: string) => /\.spec\.tsx?$/.test(path);

describe('The architecture', () => {
  it('lets apps import libs, and libs neither apps nor each other', () => {
    const forbidden = imports.filter(({ from, to }) => {
      const [mine, theirs] = [partOf(from)!, partOf(to)];
      return theirs !== undefined && theirs !== mine && !MAY_IMPORT[mine]!.includes(theirs);
    });
    expect(forbidden).toEqual([]);
  });

  it('keeps domain, diagram reading and contract free of frameworks, databases and Node', () => {
    const forbidden = imports.filter(({ from, to }) => {
      const allowed = MAY_USE[partOf(from)!];
      return allowed && !isTest(from) && !partOf(to) && !allowed.includes(to);
    });
    expect(forbidden).toEqual([]);
  });

  it('keeps clock and chance out of the domain and of the reading of diagrams', () => {
    const uses = files.filter(
      (file) =>
        ['libs/domain', 'libs/bpmn'].includes(partOf(file)!) &&
        !isTest(file) &&
        /\bDate\.now\b|new Date\(\)|performance\.now|Math\.random|randomUUID/.test(
          readFileSync(file, 'utf8'),
        ),
    );
    expect(uses).toEqual([]);
  });

  it('leaves bpmn-js to the canvas, HTTP to one file of the page, SQLite to the log and the read model, and the server of the log to its adapter', () => {
    const outside = (pattern: RegExp, owners: RegExp) =>
      imports
        .filter(({ from, to }) => pattern.test(to) && !owners.test(from) && !isTest(from))
        .map(({ from, to }) => `${from} imports ${to}`);
    expect(outside(/^bpmn-js|^diagram-js/, /^apps\/web\/src\/canvas\//)).toEqual([]);
    expect(
      outside(/^node:sqlite$/, /^(libs\/event-store\/src\/sqlite|apps\/api\/src\/platform\/projections)\//),
    ).toEqual([]);
    expect(outside(/^@eventstore\/|^@grpc\//, /^libs\/event-store\/src\/eventstoredb\//)).toEqual([]);
    const fetching = files.filter(
      (file) =>
        file.startsWith('apps/web/') &&
        !isTest(file) &&
        file !== 'apps/web/src/http.ts' &&
        /\bfetch\(|\bXMLHttpRequest\b/.test(readFileSync(file, 'utf8')),
    );
    expect(fetching).toEqual([]);
  });

  it('has no circle of files', () => {
    expect(cyclesIn(graph(edges))).toEqual([]);
  });

  it('keeps Nest out of what the thread loads that builds the read model', () => {
    const next = graph(edges);
    const loaded = new Set(['apps/api/src/projections.ts']);
    for (const file of loaded) for (const imported of next.get(file) ?? []) loaded.add(imported);
    expect(loaded.size).toBeGreaterThan(10);
    const nest = imports.filter(({ from, to }) => loaded.has(from) && to.startsWith('@nestjs/'));
    expect(nest.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('has no circle of folders in the page', () => {
    const inPage = edges.filter(({ from, to }) =>
      [from, to].every((file) => file.startsWith('apps/web/src/')),
    );
    const ofFolders = inPage
      .filter(({ from }) => !isTest(from))
      .map(({ from, to }) => ({ from: dirname(from), to: dirname(to) }))
      // What lies beside the folders stands under them: a circle through it would be one of files.
      .filter(({ from, to }) => from !== to && to !== 'apps/web/src');
    expect(cyclesIn(graph(ofFolders))).toEqual([]);
  });
});

function graph(arrows: Import[]): Map<string, string[]> {
  const next = new Map<string, string[]>();
  for (const { from, to } of arrows) next.set(from, [...(next.get(from) ?? []), to]);
  return next;
}

/** Depth first; a file met again on the path that led to it closes a cycle. */
function cyclesIn(next: Map<string, string[]>): string[] {
  const cycles: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) return void cycles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    if (done.has(file)) return;
    for (const other of next.get(file) ?? []) visit(other, [...path, file]);
    done.add(file);
  };
  for (const file of next.keys()) visit(file, []);
  return cycles;
}
