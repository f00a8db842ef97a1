import { MAX_DIAGRAM_BYTES } from '#bpmn';

/** Bytes of a JSON body; the longest decision people can write stays far below. */
export const MAX_JSON_BYTES = 512 * 1024;
/** Bytes of a JSON body that carries so many diagrams in base64, each as large as a diagram may be. */
export const jsonBytesWith = (diagrams: number): number =>
  MAX_JSON_BYTES + diagrams * 4 * Math.ceil(MAX_DIAGRAM_BYTES / 3);
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
