import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { laneSideTexts } from '../lane-sides/lane-sides.js';
import { dutch } from './dutch.js';
import { editorTexts } from './editor-texts.js';

const packages = ['bpmn-js', 'diagram-js', 'diagram-js-minimap', 'diagram-js-direct-editing'];
const require = createRequire(import.meta.url);

/**
 * Texts that are no user interface: the example in the documentation of `translate`, and coordinates of SVG.
 */
const noTexts = [/^HELLO/, /^ \+/, /^6, 6/];

function sources(name: string): string[] {
  let root = dirname(require.resolve(name));
  while (!root.endsWith(name)) root = dirname(root);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /^(lib\/.*\.js|dist\/index\.esm\.js)$/.test(file))
    .map((file) => readFileSync(join(root, file), 'utf8'));
}

function textsOf(source: string): string[] {
  const called = [...source.matchAll(/translate\(\s*(['"])((?:\\.|(?!\1)[^\\])*)\1/g)].map(
    (match) => match[2] ?? '',
  );
  const messages = [...source.matchAll(/_ERR_MSG = '([^']+)'/g)].map((match) => match[1] ?? '');
  return [...called, ...messages];
}

/** Labels of the replace menu, which the library translates by variable. */
function menuTexts(source: string): string[] {
  return [...source.replace(/^\s*\/\/.*$/gm, '').matchAll(/label(?:: | = )'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );
}

const all = packages.flatMap((name) => sources(name));
const literal = all.flatMap(textsOf);
const menus = all
  .filter((source) => source.includes('replaceWith(') || source.includes('const PopupEntries'))
  .flatMap(menuTexts);
const aligned = ['left', 'center', 'right', 'top', 'middle', 'bottom'].map(
  (where) => `Align elements ${where}`,
);
const keys = [
  ...new Set([
    ...literal.filter((text) => text !== 'Align elements '),
    ...menus,
    ...aligned,
    ...Object.values(laneSideTexts),
  ]),
].filter((text) => !noTexts.some((pattern) => pattern.test(text)));

describe('the editor in Dutch', () => {
  it('finds the texts of the drawing library', () => {
    expect(keys.length).toBeGreaterThan(100);
    expect(keys).toEqual(
      expect.arrayContaining([
        'Create task',
        'Change element',
        'User task',
        'Timer boundary event',
        'Search in diagram',
      ]),
    );
  });

  it.each(keys)('has a Dutch text for "%s"', (key) => {
    expect(editorTexts[key]).toBeTruthy();
  });

  it('puts values into a text, and leaves unknown texts and values as they are', () => {
    expect(dutch('Open {element}', { element: 'Intake' })).toBe('Intake openen');
    expect(dutch('Open {element}')).toBe('{element} openen');
    expect(dutch('Something new')).toBe('Something new');
  });
});
