export * from './outline.js';
export * from './cut.js';
export { MAX_COMPRESSED_BYTES, MAX_DIAGRAM_BYTES } from './xml/limits.js';
export { fileName } from './file-name.js';
export { readDiagram, readDiagramText } from './check.js';
export { decodeXml } from './xml/decode.js';
export type { Diagram, DiagramReading } from './check.js';
export type { DiagramProblem, DiagramWarning, ProblemCode, WarningCode } from './xml/problem.js';
export type { XmlElement } from './xml/xml-tree.js';
export { describeProblem, describeWarning } from './describe-problem.js';
export { declaredUtf8, withDecisions } from './export.js';
export type { ExportDecisions } from './export.js';
export type { Language } from './describe-problem.js';
export { describeOpenSteps, openSteps } from './open-steps.js';
export { describeLoss, lossBetween } from './round-trip-loss.js';
export type { Loss, LossReport } from './round-trip-loss.js';
export { svgPicture } from './picture/picture.js';
export type { PictureOptions } from './picture/picture.js';
export {
  compareDiagrams,
  compareRoots,
  compareRootsWithIds,
  compareWithIds,
  idsBetween,
} from './compare/compare.js';
export type { ComparisonWithIds } from './compare/compare.js';
export { movedIds } from './compare/moved-ids.js';
export type { MovedId, NamedElement } from './compare/moved-ids.js';
export { CHANGE_KINDS } from './compare/changes/comparison.js';
export type {
  ChangeKind,
  DiagramChange,
  DiagramComparison,
  LayoutChange,
} from './compare/changes/comparison.js';
export { mergeDiagrams } from './merge/merge-diagrams.js';
export type { Choice, Conflict, ConflictChoice, CutOff, Merging, OneSide } from './merge/pieces/merging.js';
