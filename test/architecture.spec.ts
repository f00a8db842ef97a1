import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';

/* What `npm run lint:imports` cannot say. The rules for single imports are in `.dependency-cruiser.mjs`. */

const LINE_WIDTH = 110;
/** Phrases that stop a newcomer. Write who does what: “foreign event”, “the person who”, “results in”. */
const DIALECT = /.{0,40}\b(?:none of ours|whoever|(?:by|for|from|to) who|(?:came|comes?) to)\b.{0,20}/gi;
/** Words of features and their things. A platform that uses one as its example reads as if it knew them. */
const OF_FEATURES =
  /\b(?:[Kk]nips?|[Dd]iagrams?|[Mm]ilestones?|[Mm]erging|processes|process-\w+)\b|\bProcess[A-Z]|[Kk]apvergunning/;
const isTest = (path: string) => /\.spec\.tsx?$/.test(path);
const sources = (...folders: string[]): string[] =>
  folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts') && !isTest(file));

describe('The architecture', () => {
  it('keeps clock and chance out of the domain and of the reading of diagrams', () => {
    const unsteady = /\bDate\.now\b|new Date\(\)|performance\.now|Math\.random|randomUUID/;
    expect(
      sources('libs/domain/src', 'libs/bpmn/src').filter((file) => unsteady.test(readFileSync(file, 'utf8'))),
    ).toEqual([]);
  });

  it('leaves HTTP to one file of the page', () => {
    const fetching = sources('apps/web/src').filter((file) =>
      /\bfetch\(|\bXMLHttpRequest\b/.test(readFileSync(file, 'utf8')),
    );
    expect(fetching).toEqual(['apps/web/src/http.ts']);
  });

  it('leaves the making of addresses to one file of the page', () => {
    const [routes] = readFileSync('apps/web/src/addresses.ts', 'utf8').match(/(?<=ROUTES = \{)[^}]*/)!;
    const words = [...new Set(routes.match(/(?<=\/)[a-z]{6,}/g))];
    expect(words).toContain('processen');
    const address = new RegExp(`['"\`/](?:${words.join('|')})(?:/|['"\`?])`);
    const making = sources('apps/web/src').filter((file) => address.test(readFileSync(file, 'utf8')));
    expect(making).toEqual(['apps/web/src/addresses.ts']);
  });

  it.each(['apps/api/src', 'apps/web/src', 'libs/bpmn', 'libs/contract', 'libs/domain', 'libs/event-store'])(
    'has no circle of folders in %s',
    (root) => {
      const direct = new Map<string, string[]>();
      const beside = new Map<string, string[]>();
      for (const file of sources(root)) {
        for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles) {
          const from = dirname(file);
          const to = dirname(join(from, fileName));
          if (!fileName.startsWith('.') || to === from) continue;
          direct.set(from, [...(direct.get(from) ?? []), to]);
          const [outer, other] = whereTheyPart(from, to);
          if (outer && other) beside.set(outer, [...(beside.get(outer) ?? []), other]);
        }
      }
      expect([...circlesIn(direct), ...circlesIn(beside)]).toEqual([]);
    },
  );

  it('lets the platform take from the domain what serves any aggregate', () => {
    const door = readFileSync('libs/domain/index.ts', 'utf8');
    const generic = namesIn(door, /\{([^}]*)\} from '\.\/(?:src\/)?[\w-]+\.js'/g);
    const taken = sources('apps/api/src/platform').flatMap((file) =>
      namesIn(readFileSync(file, 'utf8'), /\{([^}]*)\} from '#domain'/g).map((name) => [file, name]),
    );
    expect(taken).not.toEqual([]);
    expect(taken.filter(([, name]) => !generic.includes(name!))).toEqual([]);
  });

  it('speaks in the platform of streams and aggregates, of no feature', () => {
    const files = readdirSync('apps/api/src/platform', { recursive: true, encoding: 'utf8' });
    const found = files
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) =>
        readFileSync(`apps/api/src/platform/${file}`, 'utf8')
          .split('\n')
          .flatMap((line, index) => (OF_FEATURES.test(line) ? [`${file}:${index + 1}: ${line.trim()}`] : [])),
      );
    expect(found).toEqual([]);
  });

  it('keeps Nest out of what the thread loads that builds the read model', () => {
    expect(importers(/^@nestjs\//, ...THREAD)).toEqual([]);
    expect(importers(/^@nestjs\//, 'apps/api/src/main.ts')).not.toEqual([]);
  });

  it('leaves the client of a server unloaded where the log is a file', () => {
    expect(importers(/^@eventstore\//, 'apps/api/src/main.ts', 'apps/api/src/rebuild.ts', ...THREAD)).toEqual(
      [],
    );
    expect(importers(/^@eventstore\//, 'libs/event-store/src/eventstoredb/connection.ts')).not.toEqual([]);
  });

  it('has effects that name what they depend on', () => {
    const ignored = /biome-ignore lint\/correctness\/use/;
    expect(sources('apps/web/src').filter((file) => ignored.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  it('refuses a ref that is written while a component draws, not one that an effect writes', () => {
    const folder = mkdtempSync(join(tmpdir(), 'planted-'));
    const page = join(folder, 'apps/web/src');
    mkdirSync(page, { recursive: true });
    cpSync('biome.json', join(folder, 'biome.json'));
    const hook = (name: string, write: string) =>
      writeFileSync(
        join(page, name),
        `import { useEffect, useRef } from 'react';
        export function useLatest(value: string) {
          const latest = useRef(value);
          useEffect(() => void latest.current);
          ${write}
          return latest;
        }`,
      );
    hook('drawing.ts', 'latest.current = value;');
    hook('effect.ts', 'useEffect(() => void (latest.current = value), [value]);');
    const biome = join(process.cwd(), 'node_modules/.bin/biome');
    const lint = ['lint', '--vcs-enabled=false', '--reporter=concise', '.'];
    const { stdout, stderr } = spawnSync(biome, lint, { cwd: folder, encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    const refused = `${stdout}${stderr}`.split('\n').filter((line) => line.includes('.ts:'));
    expect(refused).toEqual([expect.stringMatching(/drawing\.ts:5.*reads or writes a ref/)]);
  });

  it('lets only a long text run over the line width', () => {
    const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mts', '*.mjs'], { encoding: 'utf8' });
    expect(files.trim().split('\n').flatMap(tooLongLines)).toEqual([]);
  });

  it('keeps phrases that only its authors use out of sources and documents', () => {
    const files = execFileSync('git', ['ls-files', '*.ts', '*.tsx', '*.mts', '*.mjs', '*.md'], {
      encoding: 'utf8',
    });
    const found = files
      .trim()
      .split('\n')
      .filter((file) => file !== 'test/architecture.spec.ts')
      .flatMap((file) => {
        const onOneLine = readFileSync(file, 'utf8').replace(/\s*\n\s*(?:\*|\/\/)?\s*/g, ' ');
        return [...onOneLine.matchAll(DIALECT)].map(([phrase]) => `${file}: ${phrase}`);
      });
    expect(found).toEqual([]);
  });
});

/** Where the thread that builds the read model begins. */
const THREAD = [
  'apps/api/src/projections.ts',
  'apps/api/src/platform/projections/building/build-worker.ts',
] as const;

/** The files that import something with such a name, among those that are loaded with these. */
function importers(name: RegExp, ...files: readonly string[]): string[] {
  const loaded = new Set(files);
  for (const file of loaded)
    for (const imported of loadedBy(file)) {
      if (imported.startsWith('.')) loaded.add(join(dirname(file), imported).replace('.js', '.ts'));
      if (imported.startsWith('#')) loaded.add(`libs/${imported.slice(1)}/index.ts`);
    }
  return [...loaded].filter((file) => loadedBy(file).some((imported) => name.test(imported)));
}

/** What a file imports as soon as it is loaded: types are gone by then. */
const loadedBy = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type\b)(?:[^;']* from )?'([^']+)';/gm)].map(
    ([, name]) => name!,
  );

/** Depth first; a folder met again on the path that led to it closes a circle. */
function circlesIn(next: Map<string, string[]>): string[] {
  const circles: string[] = [];
  const done = new Set<string>();
  const visit = (folder: string, path: string[]) => {
    if (path.includes(folder))
      return void circles.push([...path.slice(path.indexOf(folder)), folder].join(' → '));
    if (done.has(folder)) return;
    for (const other of next.get(folder) ?? []) visit(other, [...path, folder]);
    done.add(folder);
  };
  for (const folder of next.keys()) visit(folder, []);
  return [...new Set(circles)];
}

/** The folders, side by side, in which two folders lie; none where one lies in the other. */
function whereTheyPart(one: string, other: string): (string | undefined)[] {
  const [left, right] = [one.split('/'), other.split('/')];
  const at = left.findIndex((name, depth) => name !== right[depth]);
  if (at < 0 || at >= right.length) return [];
  return [left, right].map((path) => path.slice(0, at + 1).join('/'));
}

/** The names between the braces of imports or exports. */
const namesIn = (text: string, braces: RegExp): string[] =>
  [...text.matchAll(braces)].flatMap(([, names]) => names!.match(/\b(?!type\b)\w+/g) ?? []);

/** Lines that no string, template, pattern or text of the page carries over the line width. */
function tooLongLines(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  if (text.split('\n').every(({ length }) => length <= LINE_WIDTH)) return [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const starts = source.getLineStarts();
  return text.split('\n').flatMap((line, index) => {
    // The head of a test stays on the line of its name.
    const { length } = line.replace(/, (?:async )?\(\) => \{$/, '');
    const place = starts[index]! + Math.min(length - 1, LINE_WIDTH);
    // So do an example, which the documentation shows as it stands, and a word to the linter.
    const isWhole = / \* @example | biome-ignore /.test(line);
    return length > LINE_WIDTH && !isWhole && !isInText(source, place) ? [`${file}:${index + 1}`] : [];
  });
}

function isInText(node: ts.Node, place: number): boolean {
  if (place < node.getStart() || place > node.getEnd()) return false;
  const isText =
    ts.isStringLiteralLike(node) ||
    ts.isTemplateExpression(node) ||
    ts.isRegularExpressionLiteral(node) ||
    ts.isJsxText(node);
  return isText || node.getChildren().some((child) => isInText(child, place));
}
