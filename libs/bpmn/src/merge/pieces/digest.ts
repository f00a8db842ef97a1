import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 of a text as UTF-8, in lowercase hex. */
export function digestOf(text: string): string {
  return [...sha256(new TextEncoder().encode(text))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}
