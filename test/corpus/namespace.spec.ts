import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { cut, readDiagramText } from '#bpmn';

describe('The description of our namespace', () => {
  it('has an example that reads as it says', () => {
    const example = /```xml\n([^`]*)```/.exec(readFileSync('docs/namespace.md', 'utf8'))?.[1] ?? '';
    const reading = readDiagramText(example);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    const { outline } = reading.diagram;
    expect(outline.steps.map(({ knip, binding, lane }) => [knip?.side, binding?.source, lane?.side])).toEqual(
      [
        ['front', undefined, 'front'],
        [undefined, 'Mandaatregeling', 'back'],
      ],
    );
    const { handovers } = cut(outline, { knip: () => undefined, boundSide: () => undefined });
    expect(handovers).toMatchObject([
      { flowId: 'Overdracht', before: ['Melden'], after: 'Besluiten', from: 'front', to: 'back' },
    ]);
    expect(outline.entries[0]?.handover?.agreement?.within).toEqual({ amount: 1, unit: 'workingDays' });
  });
});
