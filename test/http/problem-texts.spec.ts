import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { ProcessRefusal, Refusal, SeenRefusal } from '#domain';
import type {
  FieldKind,
  ProblemKind,
  Texts,
} from '../../apps/api/src/platform/http/problems/problem-kind.js';
import { ProblemException } from '../../apps/api/src/platform/http/problems/problem-exception.js';
import { inWords } from '../../apps/api/src/platform/http/problems/words.js';
import { processRefusalAsProblem } from '../../apps/api/src/processes/index.js';

const DOMAIN = new URL('../../libs/domain/src/', import.meta.url);
const SOURCES = new URL('../../apps/api/src/', import.meta.url);
const files = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.problems.ts'),
);
const modules = await Promise.all(
  files.map(async (file) => (await import(new URL(file, SOURCES).pathname)) as Record<string, unknown>),
);
const kinds = modules
  .flatMap((module) => Object.values(module))
  .filter((value) => typeof value === 'object' && value !== null)
  .flatMap((group) => Object.values(group) as (ProblemKind | FieldKind)[]);
const problems = kinds.filter((kind): kind is ProblemKind => 'status' in kind);
const every = [
  ...problems.flatMap(({ code, title, detail }): [string, Texts][] => [
    [`title of ${code}`, title],
    [`detail of ${code}`, detail],
  ]),
  ...kinds.flatMap((kind): [string, Texts][] => ('status' in kind ? [] : [[kind.code, kind]])),
];
const placeholders = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).sort();

describe('The sentences of all parts of the service', () => {
  it.each(every)('say the same in Dutch and English: %s', (_, { nl, en }) => {
    expect(nl).toMatch(/\S/);
    expect(en).toMatch(/\S/);
    expect(placeholders(nl)).toEqual(placeholders(en));
  });

  it('have a type that stays, that no other part uses, and end as sentences do', () => {
    expect(problems.length).toBeGreaterThanOrEqual(58);
    expect(new Set(kinds.map(({ code }) => code)).size).toBe(kinds.length);
    for (const kind of problems) {
      const { type, detail } = inWords(new ProblemException(kind), 'nl');
      expect(type).toMatch(/^urn:knipkaart:problem:[a-z-]+$/);
      expect(detail).toMatch(/[.}]$/);
    }
  });

  // The compiler misses a code without a sentence where the codes of its class are asked for.
  it('are there for every class of refusals', () => {
    const sources = files.map((file) => readFileSync(new URL(file, SOURCES), 'utf8')).join();
    const classes = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
      .flatMap((file) => [
        ...readFileSync(new URL(file, DOMAIN), 'utf8').matchAll(/class (\w+) extends Refusal</g),
      ]);
    expect(classes.length).toBeGreaterThanOrEqual(3);
    for (const [, name] of classes) expect(sources).toMatch(new RegExp(`problemKinds<[^>]*\\b${name}\\b`));
  });

  it('leave the refusal of an aggregate without sentences here to others', () => {
    expect(processRefusalAsProblem(new Refusal('findingUnknown'))).toBeUndefined();
    const foreign = new SeenRefusal('seenStale', { resource: 'pilot.owner', name: 'Zomer' });
    expect(processRefusalAsProblem(foreign)).toBeUndefined();
  });

  it('say sides and resources as words', () => {
    const bound = new ProcessRefusal('boundToOtherSide', {
      element: '{side}<b>',
      side: 'back',
      source: 'Awb 10:3',
    });
    expect(inWords(processRefusalAsProblem(bound)!, 'en').detail).toBe(
      'The step “{side}<b>” is bound by law to the back office (Awb 10:3). Lift the binding first, with a reason.',
    );
    const stale = new SeenRefusal('seenStale', {
      resource: 'process.knip',
      key: 'Toetsen',
      name: 'Kap',
      changed: 4,
      seen: 2,
    });
    expect(inWords(processRefusalAsProblem(stale)!, 'nl').detail).toContain(
      'De knip van “Toetsen” van “Kap” is gewijzigd in versie 4',
    );
  });
});
