import { unusedTokens } from './unused-tokens.js';

describe('tokens of the theme that the page leaves out', () => {
  const theme = ':root{--colour:red;--button-colour:var(--colour);--table-gap:1px;--brand:blue}';

  it('are those that no rule needs, not even through another token', () => {
    expect(unusedTokens(`${theme}.button{color:var(--button-colour,var(--brand))}`, '')).toEqual([
      '--table-gap',
    ]);
  });

  it('are not those that a component keeps to itself', () => {
    expect(unusedTokens('.box{--_box-width:2px;border-width:var(--_box-width)}', '')).toEqual([]);
  });

  it('are not those that another source names', () => {
    expect(unusedTokens(theme, 'gap: var(--table-gap)')).toEqual(['--colour', '--button-colour', '--brand']);
  });
});
