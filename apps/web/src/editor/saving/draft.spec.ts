import { describe, expect, it } from '@jest/globals';
import { draftsToOffer, type Draft } from './draft.js';

const draft = (more: Partial<Draft>): Draft => ({
  id: 'd1',
  process: 'p',
  person: 'werkgroep-wmo',
  seen: 5,
  xml: '<mine/>',
  at: 1,
  ...more,
});
const answer = { diagram: { digest: 'a', version: 3, drawn: true } };

describe('unsaved work kept in the browser', () => {
  it('is offered again, the newest first', () => {
    const offers = draftsToOffer(
      [draft({ id: 'old', at: 1 }), draft({ id: 'new', at: 2 })],
      answer,
      new Set(),
    );
    expect(offers.map((offer) => offer.draft.id)).toEqual(['new', 'old']);
    expect(offers[0]?.behind).toBe(false);
  });

  it('says when somebody saved another drawing since', () => {
    expect(draftsToOffer([draft({ seen: 2 })], answer, new Set())[0]?.behind).toBe(true);
  });

  it('is left to the tab that is still working on it', () => {
    expect(draftsToOffer([draft({ id: 'other-tab' })], answer, new Set(['other-tab']))).toEqual([]);
  });

  it('is offered for a process that has no drawing yet', () => {
    expect(draftsToOffer([draft({})], {}, new Set())[0]?.behind).toBe(false);
  });
});
