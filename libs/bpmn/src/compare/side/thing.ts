import type { Scope } from '../../xml/xml-scope.js';
import type { XmlElement } from '../../xml/xml-tree.js';
import type { Kind } from './kinds.js';

/** Something of a diagram that can be known again on the other side: a step, a flow, a lane, a message … */
export interface Thing {
  /** Place among the things of its side, in the order of the file. */
  order: number;
  element: XmlElement;
  kind: Kind;
  id: string | undefined;
  /** The id stands on no other thing of this side. */
  unique: boolean;
  /** Name, or text of an annotation, without blanks that mean nothing; '' where there is none. */
  name: string;
  /** What it is known by on the other side: its name, or one there that means the same. */
  label: string;
  parent: Thing | undefined;
  scope: Scope;
  /** Elements inside that are no things and belong to it. */
  content: readonly XmlElement[];
  /** For edges: what they lead from and to. */
  source: readonly End[];
  target: readonly End[];
  links: Link[];
  /** Lanes that name it, innermost only. */
  lanes: Thing[] | undefined;
  /** What `contentLook` said of it. */
  look: string | undefined;
}

/** What an edge leads to: the reference as written, and the thing where there is one. */
export interface End {
  ref: string;
  thing: Thing | undefined;
}

/** A way from one thing to another, seen from the first. */
export interface Link {
  /** Direction and kind of the way. */
  how: string;
  other: Thing;
  edge: Thing | undefined;
}
