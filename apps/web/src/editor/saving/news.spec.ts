import { describe, expect, it } from '@jest/globals';
import { newsOf } from './news.js';

const update = (type: string, id: string) => ({
  process: 'p',
  stream: 'process-p',
  version: 7,
  type,
  actor: { id, name: id },
});

describe('what others do to an open process', () => {
  it('is reported, unless it is the own change', () => {
    expect(newsOf(update('KnipDecided', 'werkgroep-soza'), 'werkgroep-wmo').told).toBe(true);
    expect(newsOf(update('KnipDecided', 'werkgroep-wmo'), 'werkgroep-wmo').told).toBe(false);
  });

  it('concerns the drawing only when a drawing was saved or merged', () => {
    for (const type of ['DiagramSaved', 'DiagramMerged'])
      expect(newsOf(update(type, 'a'), 'b').drawing).toBe(true);
    expect(newsOf(update('MilestoneNamed', 'a'), 'b').drawing).toBe(false);
  });
});
