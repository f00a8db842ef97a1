export function randomFrom(seed: number): () => number;
export function damaged(bytes: Uint8Array, random: () => number): Uint8Array;
export function edited(bytes: Uint8Array, random: () => number): Uint8Array;
