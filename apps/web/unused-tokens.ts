import { globSync, readFileSync } from 'node:fs';
import { transform } from 'lightningcss';
import type { Plugin } from 'vite';

const DECLARED = /(--[\w-]+)\s*:([^;}]*)/g;
const NAMED = /--\w[\w-]*/g;

/**
 * Leaves out the tokens of the theme that nothing on the page uses: a theme declares those of every component
 * there is.
 * @param sheet the style sheet that imports the theme and the components
 * @param sources where whatever else uses tokens stands
 */
export function withoutUnusedTokens(sheet: string, sources: string): Plugin {
  return {
    name: 'without-unused-tokens',
    apply: 'build',
    transform(css, id) {
      if (id !== sheet) return undefined;
      const own = globSync('**/*.{css,ts,tsx}', { cwd: sources }).map((file) =>
        readFileSync(`${sources}/${file}`, 'utf8'),
      );
      return transform({
        filename: id,
        code: Buffer.from(css),
        unusedSymbols: unusedTokens(css, own.join('\n')),
      }).code.toString();
    },
  };
}

/**
 * Tokens that the sheet declares and none of its rules needs, neither by themselves nor through another one,
 * and no other source names.
 */
export function unusedTokens(css: string, own: string): string[] {
  const uses = new Map<string, string[]>();
  for (const [, name = '', value = ''] of css.matchAll(DECLARED))
    uses.set(name, [...(uses.get(name) ?? []), ...(value.match(NAMED) ?? [])]);
  const needed = new Set<string>();
  const need = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    uses.get(name)?.forEach(need);
  };
  for (const text of [css.replace(DECLARED, ''), own]) text.match(NAMED)?.forEach(need);
  return [...uses.keys()].filter((name) => !needed.has(name));
}
