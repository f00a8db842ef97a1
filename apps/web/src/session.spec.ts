import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Session } from '#contract';
import { keys, queryClient } from './query-client.js';
import { enter, ownPerson, sessionQuery, watchOtherWindows } from './session.js';

const session = (id: string) => ({ person: { id, name: id, domains: [] }, demo: true }) as unknown as Session;
const until = async (holds: () => boolean) => {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
};
const read = () => queryClient.setQueryData(keys.process('kap'), { may: { edit: true } });
const kept = () => queryClient.getQueryState(keys.process('kap'));

afterEach(() => {
  jest.restoreAllMocks();
  queryClient.clear();
});

describe('Who enters', () => {
  it('finds nothing that was read as somebody else', () => {
    enter(session('fenna'));
    read();
    enter(session('anouk'));
    expect(kept()).toBeUndefined();
    expect(ownPerson()?.id).toBe('anouk');
    read();
    enter(null);
    expect(kept()).toBeUndefined();
    expect(ownPerson()).toBeUndefined();
    read();
    enter(null);
    expect(kept()).toBeUndefined();
    read();
    enter(session('anouk'));
    expect(kept()).toBeUndefined();
  });

  it('goes on where they were when they come back, and their rights are read again', () => {
    enter(session('fenna'));
    read();
    queryClient.setQueryData(keys.sessionNow, null);
    expect(ownPerson()).toBeUndefined();
    enter(session('fenna'));
    expect(kept()).toMatchObject({ data: { may: { edit: true } }, isInvalidated: true });
    expect(queryClient.getQueryState(keys.session)).toMatchObject({ isInvalidated: false });
    expect(ownPerson()?.id).toBe('fenna');
  });
});

it('A window learns who enters in another one, and stays of its own person', async () => {
  const heard: unknown[] = [];
  const windows = new BroadcastChannel('knipkaart-session');
  windows.onmessage = ({ data }) => heard.push(data);
  enter(session('fenna'));
  await until(() => heard.length === 1);
  expect(heard).toEqual([session('fenna')]);
  // Jest would wait for a channel that nobody closes.
  const channels: BroadcastChannel[] = [];
  const { addEventListener } = BroadcastChannel.prototype;
  jest.spyOn(BroadcastChannel.prototype, 'addEventListener').mockImplementation(function (
    this: BroadcastChannel,
    ...given: unknown[]
  ) {
    channels.push(this);
    return Reflect.apply(addEventListener, this, given);
  });
  watchOtherWindows();
  windows.postMessage(session('anouk'));
  await until(() => (queryClient.getQueryData(keys.sessionNow) as Session | null)?.person.id === 'anouk');
  expect(queryClient.getQueryData(keys.session)).toEqual(session('fenna'));
  expect(ownPerson()).toBeUndefined();
  // Where nobody is signed in nothing can be lost.
  queryClient.setQueryData(keys.session, null);
  windows.postMessage(session('wilma'));
  await until(() => ownPerson()?.id === 'wilma');
  for (const channel of [windows, ...channels]) channel.close();
});

it('Nobody is signed in where the service says so, and only there', async () => {
  const answers = [401, 403].map(
    (status) =>
      new Response(JSON.stringify({ status }), { status, headers: { 'Content-Type': 'application/json' } }),
  );
  jest.spyOn(globalThis, 'fetch').mockImplementation(async () => answers.shift()!);
  expect(await queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })).toBeNull();
  await expect(queryClient.fetchQuery({ ...sessionQuery, staleTime: 0 })).rejects.toMatchObject({
    status: 403,
  });
});
