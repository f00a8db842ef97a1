import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { accepted, definitions, flow, process, task } from './diagram.fixture.js';
import { withDecisions } from './export.js';
import type { ExportDecisions } from './export.js';
import type { Channel, Side } from './outline.js';

const none: ExportDecisions = { steps: [], handovers: [] };
const knip = {
  side: 'front' as const,
  role: 'generalist' as const,
  reason: 'dichtbij <b>&</b>',
  alternatives: ['later', 'nooit'],
};
const two = process(`\n  ${task('A')}\n  <bpmn:task id="B" />\n  ${flow('A', 'B')}\n`);
const step = (xml: string, id: string) => accepted(xml).outline.steps.find((one) => one.id === id);

describe('A diagram exported with its decisions', () => {
  it('is the diagram as it was sent where nothing was decided', () => {
    expect(withDecisions(accepted(two), none)).toBe(two);
  });

  it('changes nothing but what it puts in', () => {
    const exported = withDecisions(accepted(two), { ...none, steps: [{ id: 'B', knip }] });
    const put = exported.slice(exported.indexOf('<bpmn:task id="B"'), exported.indexOf('<bpmn:sequenceFlow'));
    expect(exported.replace(put, '<bpmn:task id="B" />\n  ')).toBe(two);
    expect(put).toBe(`<bpmn:task id="B">
    <bpmn:extensionElements>
      <knip:knip side="front" role="generalist"><knip:reason>dichtbij &lt;b&gt;&amp;&lt;/b&gt;</knip:reason><knip:alternative>later</knip:alternative><knip:alternative>nooit</knip:alternative></knip:knip>
    </bpmn:extensionElements>
  </bpmn:task>
  `);
  });

  it('is read back as the same decisions', () => {
    const decisions: ExportDecisions = {
      channels: { channels: ['web', 'post'], reason: 'klik eerst' },
      steps: [
        {
          id: 'A',
          knip,
          channels: { channels: ['desk'] },
          dataRequests: [{ name: 'BSN', registry: 'BRP' }, { name: 'Inkomen' }],
        },
        { id: 'B', binding: { side: 'back', by: 'college', source: 'Awb 10:3', reason: 'mandaat' } },
      ],
      handovers: [
        {
          flowId: 'A-B',
          from: 'front',
          to: 'back',
          before: ['A'],
          after: ['B'],
          agreement: { what: 'dossier', within: { amount: 2, unit: 'workingDays' }, reason: 'snel' },
        },
      ],
    };
    const exported = withDecisions(accepted(two), decisions);
    const { outline } = accepted(exported);
    expect(outline.channels).toEqual(decisions.channels);
    expect(outline.steps[0]).toMatchObject({
      knip,
      channels: { channels: ['desk'] },
      dataRequests: [{ name: 'BSN', registry: 'BRP' }, { name: 'Inkomen' }],
    });
    expect(outline.steps[1]).toMatchObject({ binding: decisions.steps[1]!.binding });
    const { flowId: _flowId, ...handover } = decisions.handovers[0]!;
    expect(outline.entries[0]?.handover).toEqual(handover);
    expect(withDecisions(accepted(exported), decisions)).toBe(exported);
  });

  it('says the channels of the whole once, with the first of several processes', () => {
    const lanes = (id: string) => `<bpmn:process id="${id}">${task(`T${id}`)}</bpmn:process>`;
    const exported = withDecisions(accepted(definitions(lanes('P') + lanes('Q'))), {
      channels: { channels: ['web'], reason: 'klik eerst' },
      steps: [],
      handovers: [],
    });
    expect(exported.match(/<knip:channels?\b/g)).toHaveLength(1);
    expect(exported.indexOf('<knip:channel')).toBeLessThan(exported.indexOf('id="Q"'));
    const carried = '<bpmn:extensionElements><knip:channels xmlns:knip="urn:knipkaart:bpmn:1" order="desk"/>';
    const both = lanes('P') + lanes('Q').replace('"Q">', `"Q">${carried}</bpmn:extensionElements>`);
    const again = withDecisions(accepted(definitions(both)), { ...none, channels: { channels: ['web'] } });
    expect(again.match(/ order="\w+"/g)).toEqual([' order="web"']);
  });

  it("has no knip, binding or hand-over that was not decided, and keeps considerations and other vendors' content", () => {
    const carried =
      '<bpmn:extensionElements><x:y xmlns:x="urn:x"/><knip:knip side="back"/><knip:consideration for="front">t</knip:consideration><knip:binding source="s"/></bpmn:extensionElements>';
    const exported = withDecisions(accepted(process(task('A', 'task', carried))), none);
    expect(exported).toContain(
      '<bpmn:extensionElements><x:y xmlns:x="urn:x"/><knip:consideration for="front">t</knip:consideration></bpmn:extensionElements>',
    );
    expect(
      withDecisions(accepted(process(task('A', 'task', carried))), { ...none, steps: [{ id: 'A', knip }] }),
    ).not.toContain('side="back"');
  });

  it('puts its content behind the documentation and into existing extension elements', () => {
    const documented = process(
      task('A', 'task', '<bpmn:documentation>d</bpmn:documentation><bpmn:incoming>f</bpmn:incoming>'),
    );
    expect(withDecisions(accepted(documented), { ...none, steps: [{ id: 'A', knip }] })).toMatch(
      /<\/bpmn:documentation><bpmn:extensionElements>.*<\/bpmn:extensionElements><bpmn:incoming>/s,
    );
    const extended = process(task('A', 'task', '<bpmn:extensionElements />'));
    expect(withDecisions(accepted(extended), { ...none, steps: [{ id: 'A', knip }] })).toMatch(
      /<bpmn:extensionElements><knip:knip .*<\/bpmn:extensionElements><\/bpmn:task>/s,
    );
  });

  it("uses another prefix where the file uses ours for something else, and the file's own BPMN prefix or none", () => {
    const taken =
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P" xmlns:knip="urn:other"><task id="A"/></process></definitions>';
    const exported = withDecisions(accepted(taken), { ...none, steps: [{ id: 'A', knip }] });
    expect(exported).toContain('<task id="A"><extensionElements><knip1:knip side="front"');
    expect(step(exported, 'A')?.knip).toEqual(knip);
  });

  it("uses the file's prefix of our namespace, but not where something inside uses it for something else", () => {
    const file = (inside: string) =>
      `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:kk="urn:knipkaart:bpmn:1"><process id="P"${inside}><task id="A"/></process></definitions>`;
    for (const [inside, prefix] of [
      ['', 'kk'],
      [' xmlns:kk="urn:other"', 'knip'],
      [' xmlns:kk="urn:other" xmlns:knip="urn:another"', 'knip1'],
    ] as const) {
      const exported = withDecisions(accepted(file(inside)), { ...none, steps: [{ id: 'A', knip }] });
      expect(exported).toContain(`<${prefix}:knip side="front"`);
      expect(step(exported, 'A')?.knip).toEqual(knip);
      expect(withDecisions(accepted(file(inside)), none)).toBe(file(inside));
    }
  });

  it('has no declaration of ours where it says nothing, and no hand-over that was not decided', () => {
    const bare =
      '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="P"><task id="A"/></process></definitions>';
    expect(withDecisions(accepted(bare), none)).toBe(bare);
    const carried = process(
      `${task('A')}${task('B')}<bpmn:sequenceFlow id="F" sourceRef="A" targetRef="B"><bpmn:extensionElements><knip:handover from="front" to="back"/></bpmn:extensionElements></bpmn:sequenceFlow>`,
    );
    expect(withDecisions(accepted(carried), none)).not.toContain('<knip:');
  });

  it('says UTF-8 where the file said another encoding', () => {
    const latin = Uint8Array.from(
      two.replace('UTF-8', 'ISO-8859-1').replace('name="A"', 'name="\u00e9"'),
      (c) => c.charCodeAt(0),
    );
    expect(withDecisions(accepted(latin), none)).toBe(two.replace('name="A"', 'name="\u00e9"'));
  });

  it('leaves out what belongs to an element that is missing or occurs twice', () => {
    const twice = process(task('A') + task('A'));
    expect(
      withDecisions(accepted(twice), {
        steps: [
          { id: 'A', knip },
          { id: 'gone', knip },
        ],
        handovers: [],
      }),
    ).toBe(twice);
  });

  it('survives our elements in odd places', () => {
    const odd = definitions(
      `<bpmn:process id="P"><bpmn:task id="A"><bpmn:extensionElements><knip:knip><bpmn:task id="In"><bpmn:extensionElements><knip:knip/></bpmn:extensionElements></bpmn:task></knip:knip></bpmn:extensionElements></bpmn:task></bpmn:process>`,
    );
    expect(
      step(
        withDecisions(accepted(odd), {
          ...none,
          steps: [
            { id: 'A', knip },
            { id: 'In', knip },
          ],
        }),
        'A',
      )?.knip,
    ).toEqual(knip);
  });

  it('carries any text that XML can hold', () => {
    const words = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) =>
        `x${text}y`.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, ''),
      );
    const channels = fc.uniqueArray(fc.constantFrom<Channel>('web', 'phone', 'desk', 'post', 'email'), {
      minLength: 1,
    });
    const side = fc.constantFrom<Side>('front', 'back');
    fc.assert(
      fc.property(
        side,
        words,
        fc.array(words),
        channels,
        words,
        words,
        (chosen, reason, alternatives, order, source, name) => {
          const decided = {
            id: 'A',
            knip: { side: chosen, reason, alternatives },
            channels: { channels: order, reason },
            binding: { source, reason },
            dataRequests: [{ name, registry: name }],
          };
          const { id: _id, ...expected } = decided;
          expect(step(withDecisions(accepted(two), { ...none, steps: [decided] }), 'A')).toMatchObject(
            expected,
          );
        },
      ),
    );
  });

  it('carries tabs, line breaks and quotes in a name', () => {
    const dataRequests = [{ name: 'a\tb\nc\rd"e<f>&', registry: "g'h" }];
    const exported = withDecisions(accepted(two), { ...none, steps: [{ id: 'A', dataRequests }] });
    expect(exported).toContain('name="a&#9;b&#10;c&#13;d&quot;e&lt;f&gt;&amp;"');
    expect(step(exported, 'A')?.dataRequests).toEqual(dataRequests);
  });

  it('stays readable with text that XML cannot hold', () => {
    const exported = withDecisions(accepted(two), {
      ...none,
      steps: [{ id: 'A', knip: { ...knip, reason: 'a\u0000\ud800b' } }],
    });
    expect(step(exported, 'A')?.knip?.reason).toBe('a\ufffd\ufffdb');
  });
});
