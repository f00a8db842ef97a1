import { describe, expect, it } from '@jest/globals';
import { definitions, flow, process, task } from './diagram.fixture.js';
import { MAX_LISTED, describeLoss, lossBetween } from './round-trip-loss.js';

const file = process(task('A') + task('B') + flow('A', 'B'));

describe('What an editor would lose', () => {
  it('is nothing where only order, prefixes, blanks and defaults differ', () => {
    const original = process(`${task('A')}<bpmn:task id="B" name="B" isForCompensation="false" />`);
    const rewritten = process(` ${task('B')}\n ${task('A')} `)
      .replaceAll('bpmn:', 'q:')
      .replace('xmlns:bpmn=', 'xmlns:q=');
    expect(lossBetween(original, rewritten)).toEqual({ total: 0, losses: [] });
  });

  it('is nothing where a line break in a name was written as a blank or as a reference', () => {
    const name = (written: string) => process(task('A').replace('name="A"', `name="${written}"`));
    for (const written of ['Aanvraag aannemen', 'Aanvraag&#10;aannemen', 'Aanvraag \n  aannemen'])
      expect(lossBetween(name('Aanvraag\naannemen'), name(written))).toEqual({ total: 0, losses: [] });
    expect(lossBetween(name('Aanvraag\naannemen'), name('Aanvraagaannemen')).total).toBe(1);
  });

  it('names elements, attributes, texts and comments with the element they belong to', () => {
    const original = definitions(
      '<bpmn:process id="P"><!-- note --><bpmn:task id="A" x:y="1" xmlns:x="urn:x"><bpmn:documentation>text</bpmn:documentation></bpmn:task><bpmn:task id="B"/></bpmn:process>',
    );
    const rewritten = definitions(
      '<bpmn:process id="P"><bpmn:task id="A"><bpmn:documentation>txt</bpmn:documentation></bpmn:task></bpmn:process>',
    );
    expect(lossBetween(original, rewritten)).toEqual({
      total: 4,
      losses: [
        { code: 'attribute', params: { name: 'x:y', value: '1', id: 'A' } },
        { code: 'text', params: { name: 'bpmn:documentation', value: 'text', id: 'A' } },
        { code: 'element', params: { name: 'bpmn:task', id: 'B' } },
        { code: 'comments', params: { count: 1 } },
      ],
    });
    expect(describeLoss({ code: 'element', params: { name: 'bpmn:task', id: 'B' } }, 'nl')).toBe(
      'element bpmn:task bij B',
    );
  });

  it('is told for an element as a whole, not again for what is inside it', () => {
    expect(lossBetween(process(task('S', 'subProcess', task('A') + task('B'))), process(''))).toMatchObject({
      total: 1,
    });
  });

  it('notices one of two alike', () => {
    const one = '<bpmn:documentation/>';
    expect(lossBetween(process(one + one), process(one)).total).toBe(1);
  });

  it('is a list of bounded length with the true number', () => {
    const many = Array.from({ length: 500 }, (_, i) => task(`t${i}`)).join('');
    const { total, losses } = lossBetween(process(many), process(''));
    expect([total, losses.length]).toEqual([500, MAX_LISTED]);
  });

  it('is everything where the editor wrote no XML', () => {
    expect(lossBetween(file, 'oops').losses[0]).toMatchObject({
      code: 'element',
      params: { name: 'bpmn:definitions' },
    });
  });
});
