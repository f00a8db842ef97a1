export * from './outline.js';
export * from './cut.js';
export * from './limits.js';
export { readDiagram, readDiagramText } from './check.js';
export type { Diagram, DiagramReading } from './check.js';
export type { DiagramProblem, DiagramWarning, ProblemCode, WarningCode } from './problem.js';
export type { XmlAttribute, XmlElement } from './xml-tree.js';
export { describeProblem, describeWarning } from './describe-problem.js';
export type { Language } from './describe-problem.js';
