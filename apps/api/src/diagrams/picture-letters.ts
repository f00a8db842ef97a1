import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const FILE = '@fontsource/ibm-plex-sans/files/ibm-plex-sans-latin-400-normal.woff2';

let letters: string | undefined;

/** The letters of a picture, as WOFF2 in base64: 30 kB, read once. */
export const pictureLetters = (): string =>
  (letters ??= readFileSync(createRequire(import.meta.url).resolve(FILE), 'base64'));
