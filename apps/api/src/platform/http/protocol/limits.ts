/**
 * Bytes of a JSON body, where the route does not take more; the longest decision people can write stays far
 * below.
 */
export const MAX_JSON_BYTES = 512 * 1024;
/**
 * Values in one JSON body, and how many may enclose one another: a decision has some three hundred, three
 * deep.
 */
export const MAX_JSON_VALUES = 5_000;
export const MAX_JSON_DEPTH = 20;
/** Bytes of the header of a request: a note of the longest kind takes 36,000 when it is percent-encoded. */
export const MAX_HEADER_BYTES = 64 * 1024;
/** Characters of an element id in an address. */
export const MAX_PARAM_LENGTH = 12_000;
