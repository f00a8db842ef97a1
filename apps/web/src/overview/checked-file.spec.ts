import { describe, expect, it } from '@jest/globals';
import { checkBytes } from './checked-file.js';
import { startDiagram } from './start-diagram.js';

const bytes = (text: string) => new TextEncoder().encode(text);
const diagram = startDiagram({
  process: 'P',
  front: 'F',
  back: 'B',
  begin: 'a',
  first: 'b',
  second: 'c',
  end: 'd',
});

describe('a file chosen for a new process', () => {
  it('is read before it is sent, and proposes its name as that of the process', () => {
    expect(checkBytes('wmo_vervoers-voorziening.bpmn', bytes(diagram), 'nl')).toMatchObject({
      title: 'Wmo vervoers-voorziening',
      steps: 2,
      problems: [],
    });
  });

  it('says which steps have no side yet, and why', () => {
    const without = checkBytes('a.bpmn', bytes(diagram.replace(/ knip:side="front"/, '')), 'nl').open;
    expect(without).toHaveLength(1);
    expect(without[0]).toMatch(/^1 stap zonder kant: de baan zegt niet .*: “.+”\.$/u);
    expect(checkBytes('a.bpmn', bytes(diagram), 'nl').open).toEqual([]);
  });

  it('says in the user’s language why it cannot be used', () => {
    const dutch = checkBytes('brief.pdf', bytes('%PDF-1.7'), 'nl').problems;
    const english = checkBytes('brief.pdf', bytes('%PDF-1.7'), 'en').problems;
    expect(dutch).toHaveLength(1);
    expect(dutch[0]).toMatch(/PDF/u);
    expect(dutch).not.toEqual(english);
  });
});
