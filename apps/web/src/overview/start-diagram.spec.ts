import { describe, expect, it } from '@jest/globals';
import { readDiagramText } from '#bpmn';
import { startDiagram } from './start-diagram.js';

const names = {
  process: 'Kapvergunning',
  front: 'Front',
  back: 'Back',
  begin: 'Begin',
  first: 'Eerst',
  second: 'Dan',
  end: 'Klaar',
};

const read = (process: string) => {
  const reading = readDiagramText(startDiagram({ ...names, process }));
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.diagram;
};

describe('the diagram that a new process begins with', () => {
  it('is a drawn process with a step on either side and nothing to remark', () => {
    const { outline, warnings } = read('Kapvergunning');
    expect(outline.steps.map((step) => [step.name, step.lane?.side])).toEqual([
      ['Eerst', 'front'],
      ['Dan', 'back'],
    ]);
    expect(outline.drawn).toBe(true);
    expect(warnings).toEqual([]);
  });

  it('carries any name of a process, markup and control characters included', () => {
    expect(read('<b>"Zorg" & meer</b>\u0000').outline.steps).toHaveLength(2);
  });
});
