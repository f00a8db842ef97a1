/**
 * What a diagram may take, so that no file can keep a server or a page busy; a person's drawing stays far
 * below each.
 */

/** Bytes as sent. */
export const MAX_DIAGRAM_BYTES = 6 * 1024 * 1024;
/**
 * Bytes as stored, after compression (an event has to stay below 900 KiB, and a merge holds two diagrams).
 */
export const MAX_COMPRESSED_BYTES = 300 * 1024;
/** Elements inside one another. */
export const MAX_DEPTH = 200;
/** Attributes on one element: editors need time that grows with their square. */
export const MAX_ATTRIBUTES = 256;
/** Elements and attributes together; 10,000 drawn steps have some 300,000. */
export const MAX_PARTS = 500_000;
/** Activities, gateways and events. */
export const MAX_FLOW_NODES = 20_000;
/** Steps before all entries together, each entry counted apart; ordinary diagrams have about one per flow. */
export const MAX_NEAREST = 500_000;
/** Characters of the ids of those steps in a new diagram: lists name every one of them. */
export const MAX_NEAREST_LENGTH = 8_000_000;
/** Characters of a name that lists carry; the file keeps all of it. */
export const MAX_NAME_LENGTH = 4_000;
/**
 * Characters of a name where it only says what else is meant: the lane of a step, the subject of a change.
 * It stands in full once, so that no file can have it repeated without end.
 */
export const MAX_COPIED_NAME = 200;
/** Names that one value lists. */
export const MAX_LISTED_NAMES = 5;
/**
 * Characters of all changes of a comparison that are told, or of all conflicts of a merge: ids and names of
 * properties have no bound of their own. What is beyond is counted.
 */
export const MAX_TOLD_LENGTH = 8_000_000;
/** Characters of a value in a conflict: a merge may have many, and shows three values of each. */
export const MAX_SHOWN_VALUE = 2_000;
/** Shapes, or ways, of one element that a picture draws; files have one of each. */
export const MAX_DRAWN = 5;
