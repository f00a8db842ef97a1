export * from './src/outline.js';
export { TASKS } from './src/flow-node-names.js';
export type { FlowNodeKind } from './src/flow-node-names.js';
export * from './src/cut.js';
export { MAX_COMPRESSED_BYTES, MAX_DIAGRAM_BYTES } from './src/xml/limits.js';
export { copied } from './src/keys.js';
export { fileName } from './src/file-name.js';
export { readDiagram, readNewDiagram, readDiagramText } from './src/check.js';
export type { Diagram } from './src/check.js';
export { decodeXml } from './src/xml/decode.js';
export type { DiagramProblem } from './src/xml/problem.js';
export type { XmlElement } from './src/xml/xml-tree.js';
export { describeProblem, describeWarning } from './src/describe-problem.js';
export { declaredUtf8, withDecisions } from './src/export.js';
export type { ExportDecisions } from './src/export.js';
export type { Language } from './src/describe-problem.js';
export { describeOpenSteps, openSteps } from './src/open-steps.js';
export { describeLoss, lossBetween } from './src/round-trip-loss.js';
export type { LossReport } from './src/round-trip-loss.js';
export { lettersInside, svgPicture } from './src/picture/picture.js';
export type { PictureOptions } from './src/picture/picture.js';
export {
  compareDiagrams,
  compareRoots,
  compareRootsWithIds,
  compareWithIds,
  idsBetween,
  idsLater,
} from './src/compare/compare.js';
export type { ComparisonWithIds } from './src/compare/compare.js';
export { movedIds } from './src/compare/moved-ids.js';
export type { MovedId, NamedElement } from './src/compare/moved-ids.js';
export { CHANGE_KINDS } from './src/compare/changes/comparison.js';
export type {
  ChangeKind,
  DiagramChange,
  DiagramComparison,
} from './src/compare/changes/comparison.js';
export { mergeDiagrams } from './src/merge/merge-diagrams.js';
export type {
  Choice,
  Conflict,
  OneSide,
} from './src/merge/pieces/merging.js';
