// Versions of one generated diagram, for measuring comparing and merging.

export const NODES = [100, 1_000, 10_000];

/** The versions, by the change made to the first one. */
export const CHANGED = {
  'edited here and there': {
    nameOf: (n) => (n % 10 ? `Stap ${n}` : `Andere stap ${n}`),
    isFront: (n) => n % 3 === 0 || n % 50 === 1,
  },
  'all ids renamed': { idOf: (n) => `Activity_${n}x` },
  'everything reordered': { reordered: true },
};

/** The version that a colleague made of the first one meanwhile: other steps are renamed. */
export const THEIRS = { nameOf: (n) => (n % 10 === 5 ? `Weer een andere stap ${n}` : `Stap ${n}`) };

/** Enough rounds for a stable median, but few enough that the largest size finishes. */
export const roundsFor = (nodes) => ({ rounds: nodes >= 10_000 ? 3 : 9, warmUp: nodes >= 10_000 ? 0 : 4 });
