import { describe, expect, it } from '@jest/globals';
import { accepted, flow, process, task } from './diagram.fixture.js';

const holding = (content: string) => `<bpmn:extensionElements>${content}</bpmn:extensionElements>`;
const outline = (xml: string) => accepted(xml).outline;
const carried = (content: string) => {
  const { binding, considerations, dataRequests, knip, channels } = outline(
    process(task('A', 'task', holding(content))),
  ).steps[0]!;
  return { binding, considerations, dataRequests, knip, channels };
};
const handover = (attributes: string, content = '') =>
  outline(
    process(
      task('A') +
        task('B') +
        flow('A', 'B').replace(
          '/>',
          `>${holding(`<knip:handover ${attributes}>${content}</knip:handover>`)}</bpmn:sequenceFlow>`,
        ),
    ),
  ).entries[0]!.handover;

describe('What a step carries', () => {
  it('is nothing where it says nothing of ours', () => {
    const nothing = { considerations: [], dataRequests: [] };
    expect(carried('')).toEqual(nothing);
    expect(carried('<v:knip xmlns:v="urn:v" side="front"/>')).toEqual(nothing);
    expect(outline(process(task('A', 'task', '<knip:knip side="front"/>'))).steps[0]).not.toHaveProperty(
      'knip',
    );
  });

  it('is a knip with its side, and a role and a reason where they are known', () => {
    expect(carried('<knip:knip side="front"/>').knip).toEqual({ side: 'front', alternatives: [] });
    expect(
      carried(
        '<knip:knip side="back" role="specialist"><knip:reason> om </knip:reason><knip:alternative> a </knip:alternative><knip:alternative> </knip:alternative><knip:alternative>b</knip:alternative></knip:knip>',
      ).knip,
    ).toEqual({ side: 'back', role: 'specialist', reason: 'om', alternatives: ['a', 'b'] });
    expect(carried('<knip:knip side="front" role="generalist"/>').knip?.role).toBe('generalist');
    expect(
      carried('<knip:knip side="front" role="baas"><knip:reason> </knip:reason></knip:knip>').knip,
    ).toEqual({
      side: 'front',
      alternatives: [],
    });
    for (const side of ['', 'side="left"', 'side="Front"'])
      expect(carried(`<knip:knip ${side}/>`).knip).toBeUndefined();
  });

  it('is a binding, also without a side', () => {
    expect(
      carried('<knip:binding side="back" by=" college " source=" Awb 10:3 "> mandaat </knip:binding>')
        .binding,
    ).toEqual({
      side: 'back',
      by: 'college',
      source: 'Awb 10:3',
      reason: 'mandaat',
    });
    expect(carried('<knip:binding side="links" by=" "> </knip:binding>').binding).toEqual({ source: '' });
  });

  it('is considerations with a side and a text, and data requests with a name', () => {
    expect(
      carried(
        '<knip:consideration for="front"> dichtbij </knip:consideration><knip:consideration for="links">a</knip:consideration><knip:consideration for="back"> </knip:consideration><knip:consideration for="back">snel</knip:consideration>',
      ).considerations,
    ).toEqual([
      { for: 'front', text: 'dichtbij' },
      { for: 'back', text: 'snel' },
    ]);
    expect(
      carried(
        '<knip:dataRequest name=" BSN " registry=" BRP "/><knip:dataRequest name=" " registry="BRP"/><knip:dataRequest registry="BRP"/><knip:dataRequest name="Inkomen" registry=" "/>',
      ).dataRequests,
    ).toEqual([{ name: 'BSN', registry: 'BRP' }, { name: 'Inkomen' }]);
  });

  it('is the order of channels, each once, without what is none', () => {
    expect(carried('<knip:channels order="web  phone desk post email"/>').channels).toEqual({
      channels: ['web', 'phone', 'desk', 'post', 'email'],
    });
    expect(
      carried(
        '<knip:channels order=" desk fax desk&#10;web "><knip:reason> om </knip:reason></knip:channels>',
      ).channels,
    ).toEqual({ channels: ['desk', 'web'], reason: 'om' });
    expect(
      carried('<knip:channels order="fax"><knip:reason>om</knip:reason></knip:channels>').channels,
    ).toBeUndefined();
    expect(carried('<knip:channels/>').channels).toBeUndefined();
  });
});

describe('What a flow carries', () => {
  it('is a hand-over between two sides', () => {
    expect(handover('from="front" to="back" before="A  B" after="C"')).toEqual({
      from: 'front',
      to: 'back',
      before: ['A', 'B'],
      after: ['C'],
    });
    expect(handover('from="front" to="back"')).toEqual({ from: 'front', to: 'back', before: [], after: [] });
    for (const sides of ['from="front"', 'to="back"', 'from="front" to="links"', 'from="links" to="back"'])
      expect(handover(sides)).toBeUndefined();
  });

  it('names ids with blanks in them as they are', () => {
    expect(handover('from="front" to="back" before="a%20b a%25 a%09b a%0Ab a%0d a%41"')?.before).toEqual([
      'a b',
      'a%',
      'a\tb',
      'a\nb',
      'a\r',
      'a%41',
    ]);
  });

  it('says what was agreed, with a term of more than nothing and a reason', () => {
    const agreed = (content: string) => handover('from="front" to="back"', content)?.agreement;
    const what = '<knip:what> dossier </knip:what>';
    const within = (amount: string, unit: string) => `<knip:within amount="${amount}" unit="${unit}"/>`;
    expect(agreed('')).toBeUndefined();
    expect(agreed('<knip:what> </knip:what>')).toBeUndefined();
    expect(agreed(what)).toEqual({ what: 'dossier' });
    expect(agreed(`${what}${within('2', 'hours')}<knip:reason> snel </knip:reason>`)).toEqual({
      what: 'dossier',
      within: { amount: 2, unit: 'hours' },
      reason: 'snel',
    });
    expect(agreed(what + within('1', 'workingDays'))?.within).toEqual({ amount: 1, unit: 'workingDays' });
    for (const bad of [
      within('0', 'hours'),
      within('-1', 'hours'),
      within('x', 'hours'),
      within('2', 'weken'),
      '<knip:within unit="hours"/>',
      '<knip:within amount="2"/>',
    ])
      expect(agreed(what + bad)).toEqual({ what: 'dossier' });
  });
});
