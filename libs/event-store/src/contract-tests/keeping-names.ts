import { expect, it } from '@jest/globals';
import type { PeopleStore } from '../people.js';
import type { EventStore } from '../port.js';

/** Names of people: stored, replaced, erased, and never part of the log. */
export function keepingNames(store: () => EventStore, people: () => PeopleStore): void {
  const named = (name: string) => ({ id: `persoon-${crypto.randomUUID()}`, name });

  it('keeps the latest name of each person until it is erased, and then accepts a new one', async () => {
    const [one, other] = [named('Anna'), named('Bram')];
    for (const person of [one, other, { ...other, name: 'Bram de Vries' }]) await people().put(person);
    expect(await people().get(other.id)).toEqual({ id: other.id, name: 'Bram de Vries' });
    const all = await people().all();
    expect(all).toEqual(expect.arrayContaining([one, { id: other.id, name: 'Bram de Vries' }]));
    expect(all.map(({ id }) => id)).toEqual(all.map(({ id }) => id).sort());
    await people().erase(other.id);
    await people().erase(other.id);
    expect(await people().get(other.id)).toBeUndefined();
    expect((await people().all()).map(({ id }) => id)).not.toContain(other.id);
    await people().put(other);
    expect(await people().get(other.id)).toEqual(other);
  });

  it('tells all names, also of more people than are asked for at once', async () => {
    const many = Array.from({ length: 40 }, (_, n) => named(`Persoon ${n}`));
    await Promise.all(many.map((one) => people().put(one)));
    const all = await people().all();
    expect(all).toEqual(expect.arrayContaining(many));
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('stores the name of a person once when several instances send it at the same time', async () => {
    const person = named('Noor');
    await Promise.all([person, person, named('Femke'), named('Daan')].map((one) => people().put(one)));
    expect((await people().all()).filter(({ id }) => id === person.id)).toEqual([person]);
  });

  it('leaves names out of the log', async () => {
    const before = await store().lastPosition();
    await people().put(named('Niemand'));
    expect(await store().lastPosition()).toBe(before);
    expect(await store().readAll(before, 10)).toEqual([]);
  });
}
