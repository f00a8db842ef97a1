/** Strokes are at least 4.5 : 1 on white and on their fill; the fills only help, the marks tell. */
export const colours = {
  front: { stroke: '#1d5fa8', fill: '#dcebfa' },
  back: { stroke: '#9a4d00', fill: '#fdebd3' },
  undecided: { stroke: '#4a4a4a', fill: '#ffffff' },
  automatic: { stroke: '#6b6b6b', fill: '#f3f3f3' },
  warning: { stroke: '#a3122c', fill: '#ffffff' },
} as const;
