import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { compareDiagrams, readDiagramText } from '#bpmn';
import type { DiagramComparison } from '#bpmn';
import { inOrder } from './in-order.js';

const folder = 'test/compare';
const cases = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const file = (name: string, part: string) => readFileSync(join(folder, name, part), 'utf8');

describe('Two diagrams compared', () => {
  it('have enough cases', () => {
    expect(cases.length).toBeGreaterThanOrEqual(40);
  });

  it.each(cases)('%s', (name) => {
    const [before, after] = [file(name, 'before.bpmn'), file(name, 'after.bpmn')];
    for (const text of [before, after]) expect(readDiagramText(text).ok).toBe(true);
    expect(inOrder(compareDiagrams(before, after))).toEqual(
      inOrder(JSON.parse(file(name, 'expected.json')) as DiagramComparison),
    );
  });
});
