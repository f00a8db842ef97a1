import { expect, it } from '@jest/globals';
import { heldDrafts, holdDraft } from './draft-store.js';

const until = async (holds: () => Promise<boolean>) => {
  while (!(await holds())) await new Promise((resolve) => setImmediate(resolve));
};

it('Drafts are held by the tabs that work on them until these let go, one at a time', async () => {
  const [one, other] = [crypto.randomUUID(), crypto.randomUUID()];
  // What else the page holds is no draft.
  let end = () => {};
  void navigator.locks.request('knipkaart-updates', () => new Promise<void>((resolve) => (end = resolve)));
  const [letGo, letGoOfOther] = [holdDraft(one), holdDraft(other)];
  await until(async () => (await heldDrafts()).size === 2);
  expect(await heldDrafts()).toEqual(new Set([one, other]));
  letGo();
  await until(async () => (await heldDrafts()).size === 1);
  expect(await heldDrafts()).toEqual(new Set([other]));
  letGoOfOther();
  await until(async () => (await heldDrafts()).size === 0);
  // What was let go of can be taken up again, and a hold that was given up at once stays given up.
  holdDraft(one)();
  const again = holdDraft(one);
  await until(async () => (await heldDrafts()).has(one));
  again();
  end();
  await until(async () => (await heldDrafts()).size === 0);
});
