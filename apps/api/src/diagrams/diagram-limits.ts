import { MAX_DIAGRAM_BYTES } from '#bpmn';
import type { Texts } from '../platform/http/problems/problem-kind.js';

const MIB = MAX_DIAGRAM_BYTES / 1024 / 1024;

/** How large a diagram may be, as part of a sentence. */
export const DIAGRAM_LIMIT: Texts = {
  nl: `een diagram mag ${MIB} MiB zijn`,
  en: `a diagram may have ${MIB} MiB`,
};

/** Bytes that so many diagrams take in a JSON body, in base64, each as large as a diagram may be. */
export const inBase64 = (diagrams: number): number => diagrams * 4 * Math.ceil(MAX_DIAGRAM_BYTES / 3);
