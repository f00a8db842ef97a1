// Versions of one made diagram: what comparing and merging are measured with.

export const NODES = [100, 1_000, 10_000];

/** Each version by what was done to the first one. */
export const CHANGED = {
  'edited here and there': {
    nameOf: (n) => (n % 10 ? `Stap ${n}` : `Andere stap ${n}`),
    isFront: (n) => n % 3 === 0 || n % 50 === 1,
  },
  'all ids renamed': { idOf: (n) => `Activity_${n}x` },
  'everything reordered': { reordered: true },
};

/** What a colleague made of the first one meanwhile: other steps renamed. */
export const THEIRS = { nameOf: (n) => (n % 10 === 5 ? `Weer een andere stap ${n}` : `Stap ${n}`) };

/** Rounds enough for a steady median, few enough for the largest to end. */
export const roundsFor = (nodes) => ({ rounds: nodes >= 10_000 ? 3 : 9, warmUp: nodes >= 10_000 ? 0 : 4 });
