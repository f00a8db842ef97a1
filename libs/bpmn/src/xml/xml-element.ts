import type { DiagramProblem } from './problem.js';

export interface XmlAttribute {
  prefix: string;
  local: string;
  /** Namespace; '' for an attribute without prefix. */
  uri: string;
  value: string;
}

/**
 * An element with its place in the source text, so that text can be put in and all else stays as it is.
 */
export interface XmlElement {
  prefix: string;
  local: string;
  uri: string;
  /** In the order of the file, namespace declarations included. */
  attributes: XmlAttribute[];
  children: readonly XmlElement[];
  /** The element's own text, CDATA included, children left out. */
  text: string;
  /**
   * Offsets in the text: of `<`, behind the start tag, of the end tag's `<` (behind the tag where
   * self-closing), behind the element.
   */
  start: number;
  startTagEnd: number;
  endTagStart: number;
  end: number;
  selfClosing: boolean;
}

/**
 * Says what is wrong with an element, before anything behind its start tag is read; `depth` is 0 for the
 * root.
 */
export type Check = (element: XmlElement, depth: number) => DiagramProblem | undefined;
