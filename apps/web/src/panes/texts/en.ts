import type { panes as nl } from './nl.js';

export const panes: typeof nl = {
  undo: 'Undo',
  redo: 'Redo',
  undone: 'Undone.',
  redone: 'Redone.',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  zoomFit: 'Fit to window',
  minimap: 'Minimap',
  toolbar: 'Tools of the drawing',
  views: 'View',
  viewDrawing: 'Drawing',
  viewList: 'Step list',
  viewBoth: 'Side by side',
  viewPanel: 'Knip',
  drawing: 'Drawing of {{name}}',
  panel: 'Knip and agreements',
};
