import { MAX_DIAGRAM_BYTES } from '#bpmn';
import type { Texts } from '../platform/http/problems/problem-kind.js';
import { MAX_JSON_BYTES } from '../platform/http/protocol/limits.js';

const MIB = MAX_DIAGRAM_BYTES / 1024 / 1024;

/** How large a diagram may be, as part of a sentence. */
export const DIAGRAM_LIMIT: Texts = {
  nl: `een diagram mag ${MIB} MiB zijn`,
  en: `a diagram may have ${MIB} MiB`,
};

/** Bytes of a JSON body that carries so many diagrams in base64, each as large as a diagram may be. */
export const jsonBytesWith = (diagrams: number): number =>
  MAX_JSON_BYTES + diagrams * 4 * Math.ceil(MAX_DIAGRAM_BYTES / 3);
