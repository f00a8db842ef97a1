export { SaveDiagramCommand } from './diagram-commands.js';
export { diagramRefused, filesRefused } from './diagram.problems.js';
export { DiagramChange } from './diagram-change.answer.js';
export { DiagramsModule } from './diagrams.module.js';
export { storable } from './storable-diagram.js';
export { diagramText, StoredDiagrams, type SavedDiagram } from './stored-diagrams.js';
export { DiagramWork } from './work/diagram-work.js';
