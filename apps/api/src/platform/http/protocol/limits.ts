/** Characters of an element id in an address. */
export const MAX_PARAM_LENGTH = 12_000;
