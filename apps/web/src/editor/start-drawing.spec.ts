import { describe, expect, it } from '@jest/globals';
import { readDiagramText } from '#bpmn';
import { startDrawing } from './start-drawing.js';

describe('the drawing with which a process begins', () => {
  it('has a lane for each side of the knip, and no step yet', () => {
    let n = 0;
    const reading = readDiagramText(
      startDrawing({ front: 'Front & "balie"', back: 'Vak' }, (prefix) => `${prefix}_${++n}`),
    );
    expect(reading.ok && reading.diagram.outline).toMatchObject({
      steps: [],
      drawn: true,
      lanes: [
        { name: 'Front & "balie"', side: 'front' },
        { name: 'Vak', side: 'back' },
      ],
    });
    expect(reading.ok && reading.diagram.warnings).toEqual([]);
  });
});
