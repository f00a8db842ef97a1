/** Bytes of a JSON body; the longest decision people can write stays far below. */
export const MAX_JSON_BYTES = 512 * 1024;
/** Values in one JSON body, and how many may enclose one another: a decision has some three hundred, three deep. */
export const MAX_JSON_VALUES = 5_000;
export const MAX_JSON_DEPTH = 20;
/** Characters of an element id in an address; the header of a request as a whole is bounded by Node. */
export const MAX_PARAM_LENGTH = 12_000;
