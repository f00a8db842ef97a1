import type { Scope } from '../../xml/xml-scope.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import type { Kind } from './kinds.js';

/** Something of a diagram that can be known again on the other side: a step, a flow, a lane, a message … */
export interface Thing {
  /** Place among the things of its side, in the order of the file. */
  order: number;
  element: XmlElement;
  kind: Kind;
  id?: string;
  /** The id stands on no other thing of this side. */
  unique: boolean;
  /** Name, or text of an annotation, without blanks that mean nothing; '' where there is none. */
  name: string;
  parent?: Thing;
  scope: Scope;
  /** Elements inside that are no things and belong to it. */
  content: XmlElement[];
  /** For edges: what they lead from and to. */
  source: End[];
  target: End[];
  links: Link[];
}

/** What an edge leads to: the reference as written, and the thing where there is one. */
export interface End {
  ref: string;
  thing?: Thing;
}

/** A way from one thing to another, seen from the first. */
export interface Link {
  /** Direction and kind of the way. */
  how: string;
  other: Thing;
  edge?: Thing;
}
