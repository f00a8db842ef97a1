export { diagramBytes } from './diagram-bytes.js';
export { DiagramsWithIds } from './diagrams-with-ids.js';
export { FACTS } from './facts.projection.js';
export { factValue, type FactRow } from './fact-value.js';
export { rightsIn, StateReader, type Rights, type StateAt } from './state-reader.js';
export { checked, OUTLINES_AHEAD, readOutline, type ReadOutline } from './outline-text.js';
export { Outlines } from './outlines.js';
export { outlines } from './outlines.projection.js';
