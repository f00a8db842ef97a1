import type { ComparedDiagram, Thing } from '../side/side.js';

/**
 * Gives things of the later diagram the label of those in the earlier one whose names mean the same: many
 * number their steps in the name, as in `2. Toetsen`, and that number changes with every step put in. Only
 * where both sides have as many of a name; several are taken in the order of the file.
 */
export function labelAlike(before: ComparedDiagram, after: ComparedDiagram): void {
  for (const thing of after.things) thing.label = thing.name;
  if (sameNames(before.things.filter(hasName), after.things.filter(hasName))) return;
  const later = byWords(after);
  for (const [words, ones] of byWords(before)) {
    const others = later.get(words) ?? [];
    if (others.length === ones.length && !sameNames(ones, others))
      others.forEach((other, i) => (other.label = ones[i]!.name));
  }
}

const hasName = ({ kind, name }: Thing) => kind.role === 'node' && name !== '';

/** Steps, events, gateways, data, annotations and pools by kind and words. */
function byWords({ things }: ComparedDiagram): Map<string, Thing[]> {
  const found = new Map<string, Thing[]>();
  for (const thing of things) {
    const words = hasName(thing) ? wordsOf(thing.name) : '';
    if (words === '') continue;
    const key = `${thing.kind.family} ${words}`;
    const known = found.get(key);
    if (known) known.push(thing);
    else found.set(key, [thing]);
  }
  return found;
}

/** The names themselves are the better sign where they only stand in another order. */
function sameNames(ones: readonly Thing[], others: readonly Thing[]): boolean {
  const names = (things: readonly Thing[]) => things.map(({ name }) => name).sort();
  const newNames = names(others);
  return ones.length === others.length && names(ones).every((name, i) => name === newNames[i]);
}

/** A number in front: `2.`, `2.1`, `2a)`, `Stap 2:`. */
const NUMBER = /^(?:\p{L}+\s*(?=\d[\d.,]*\p{L}?\s*[.:)–-]))?\d+(?:[.,]\d+)*\p{L}?(?:\s*[.:)–-]+\s*|\s+)/u;

/** A name without case, punctuation, and a number in front; '' where it has no other word. */
const wordsOf = (name: string): string =>
  (
    name
      .replace(NUMBER, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
