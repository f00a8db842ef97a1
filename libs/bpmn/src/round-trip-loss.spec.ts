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

  it('is reported for an element as a whole, not again for what is inside it', () => {
    expect(lossBetween(process(task('S', 'subProcess', task('A') + task('B'))), process(''))).toMatchObject({
      total: 1,
    });
  });

  it('notices one of two alike', () => {
    const one = '<bpmn:documentation/>';
    expect(lossBetween(process(one + one), process(one)).total).toBe(1);
  });

  it('is reported once for any one of several elements with the same name', () => {
    const lists = ['<bpmn:incoming>F</bpmn:incoming>', '<bpmn:incoming>G</bpmn:incoming>'];
    const holding = (content: string) => process(`<bpmn:task id="T">${content}</bpmn:task>`);
    for (const kept of lists) {
      expect(lossBetween(holding(lists.join('')), holding(kept))).toEqual({
        total: 1,
        losses: [{ code: 'element', params: { name: 'bpmn:incoming', id: 'T' } }],
      });
    }
    const extension = (name: string) =>
      `<bpmn:extensionElements><v:${name} xmlns:v="urn:v"/></bpmn:extensionElements>`;
    expect(lossBetween(holding(extension('a') + extension('b')), holding(extension('b'))).total).toBe(1);
  });

  it('names every processing instruction, wherever it stands', () => {
    const original = file
      .replace('?>', '?><?xml-stylesheet href="a.xsl"?><!-- <?no?> -->')
      .replace('</bpmn:process>', '<?here x?><![CDATA[<?no?>]]></bpmn:process>')
      .concat('<?end?>');
    const { total, losses } = lossBetween(original, file);
    expect(total).toBe(5);
    expect(losses.map((loss) => describeLoss(loss, 'nl'))).toEqual([
      'tekst "<?no?>" in bpmn:process bij P',
      'verwerkingsinstructie <?xml-stylesheet href="a.xsl"?>',
      'verwerkingsinstructie <?here x?>',
      'verwerkingsinstructie <?end?>',
      '1 opmerking in de XML',
    ]);
    expect(lossBetween(original, original).total).toBe(0);
  });

  it('is nothing where true is written as 1, a number in another way, or a type as an attribute', () => {
    const said = (host: string, sort: string, x: string) =>
      process(`<bpmn:boundaryEvent id="B" cancelActivity="${host}"/>${sort}`, `<dc:Bounds x="${x}" y="1"/>`);
    const formal = '<bpmn:formalExpression>m</bpmn:formalExpression>';
    const typed =
      '<bpmn:expression xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression">m</bpmn:expression>';
    expect(lossBetween(said('0', formal, '1e2'), said('false', typed, '100')).total).toBe(0);
    expect(lossBetween(said('1', formal, '+1.0'), said('true', typed, '1')).total).toBe(0);
  });

  it('is reported when a default value became another value', () => {
    const event = (said: string) => process(`<bpmn:boundaryEvent id="B" ${said}/>`);
    expect(lossBetween(event('cancelActivity="1"'), event('cancelActivity="false"')).total).toBe(1);
    expect(lossBetween(event('cancelActivity="1"'), event('')).total).toBe(0);
  });

  it('is told for an attribute of the same name in another namespace', () => {
    const step = (written: string) => process(`<bpmn:task id="A" xmlns:v="urn:v" ${written}/>`);
    expect(lossBetween(step('v:name="x" name="y"'), step('name="y" v:name="x"')).total).toBe(0);
    expect(lossBetween(step('v:name="x" name="y"'), step('name="x" v:name="y"')).total).toBe(2);
    expect(lossBetween(step('v:name="x"'), step('name="x"')).losses).toEqual([
      { code: 'attribute', params: { name: 'v:name', value: 'x', id: 'A' } },
    ]);
  });

  it('is told in both languages, with its place where that is known', () => {
    const told = (loss: Parameters<typeof describeLoss>[0]) => [
      describeLoss(loss, 'nl'),
      describeLoss(loss, 'en'),
    ];
    expect(told({ code: 'element', params: { name: 'a' } })).toEqual(['element a', 'element a']);
    expect(told({ code: 'element', params: { name: 'a', id: 'B' } })).toEqual([
      'element a bij B',
      'element a at B',
    ]);
    expect(told({ code: 'attribute', params: { name: 'a', value: 'v', id: 'B' } })).toEqual([
      'attribuut a="v" bij B',
      'attribute a="v" at B',
    ]);
    expect(told({ code: 'text', params: { name: 'a', value: 'v', id: 'B' } })).toEqual([
      'tekst "v" in a bij B',
      'text "v" in a at B',
    ]);
    expect(told({ code: 'instruction', params: { value: 'v' } })).toEqual([
      'verwerkingsinstructie <?v?>',
      'processing instruction <?v?>',
    ]);
    expect(told({ code: 'comments', params: { count: 1 } })).toEqual([
      '1 opmerking in de XML',
      '1 XML comment',
    ]);
    expect(told({ code: 'comments', params: { count: 2 } })).toEqual([
      '2 opmerkingen in de XML',
      '2 XML comments',
    ]);
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
