export const panes = {
  undo: 'Ongedaan maken',
  redo: 'Opnieuw uitvoeren',
  undone: 'Ongedaan gemaakt.',
  redone: 'Opnieuw uitgevoerd.',
  zoomIn: 'Inzoomen',
  zoomOut: 'Uitzoomen',
  zoomFit: 'Alles in beeld',
  minimap: 'Overzichtskaart',
  toolbar: 'Werkbalk van de tekening',
  views: 'Weergave',
  viewDrawing: 'Tekening',
  viewList: 'Stappenlijst',
  viewBoth: 'Naast elkaar',
  viewPanel: 'Knip',
  drawing: 'Tekening van {{name}}',
  panel: 'Knip en afspraken',
};

declare module '../../texts.js' {
  interface Namespaces {
    panes: typeof panes;
  }
}
