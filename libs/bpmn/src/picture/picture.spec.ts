import { describe, expect, it } from '@jest/globals';
import { readDiagramText } from '../check.js';
import { cut } from '../cut.js';
import type { Language } from '../describe-problem.js';
import { accepted, drawing, lane, process, task } from '../diagram.fixture.js';
import type { Side } from '../outline.js';
import { elementsOf, parseXml } from '../xml/xml-tree.js';
import { textWidth, wrapped } from './label.js';
import { svgPicture } from './picture.js';

function picture(
  xml: string,
  knips: Record<string, Side> = {},
  title = 'Proces',
  language: Language = 'nl',
): string | undefined {
  const diagram = accepted(xml);
  return svgPicture(
    diagram,
    cut(diagram.outline, {
      knip: (id) => new Map(Object.entries(knips)).get(id),
      boundSide: () => undefined,
    }),
    { title, language },
  );
}
const edge =
  '<bpmndi:BPMNEdge id="E" bpmnElement="A-B"><di:waypoint x="100" y="40"/><di:waypoint x="150" y="40"/></bpmndi:BPMNEdge></bpmndi:BPMNPlane>';
const drawn = (inside: string, ...ids: string[]) => process(inside, drawing(...ids));
const two = drawn(
  `${task('A')}${task('B', 'userTask')}<bpmn:sequenceFlow id="A-B" name="dan" sourceRef="A" targetRef="B"/>`,
  'A',
  'B',
).replace('</bpmndi:BPMNPlane>', edge);

describe('The picture of a diagram', () => {
  it('is absent where the file has no drawing', () => {
    expect(picture(process(task('A')))).toBeUndefined();
  });

  it('is well-formed, names the process and says the numbers', () => {
    const svg = picture(two, { A: 'front', B: 'back' })!;
    expect(parseXml(svg, () => undefined).ok).toBe(true);
    expect(svg).toContain(
      '<desc id="desc">2 stappen: 1 frontoffice, 1 backoffice, 0 onbekend; 0 nog niet besloten; 1 overdrachtsmoment.</desc>',
    );
    const numbers = (language: Language) =>
      /<desc id="desc">(.*)<\/desc>/.exec(picture(two, { A: 'front', B: 'front' }, 'Proces', language)!)?.[1];
    expect(numbers('nl')).toContain('2 frontoffice, 0 backoffice');
    expect(numbers('en')).toContain('2 front office, 0 back office');
  });

  it('tells front, back and undecided apart by a mark besides colour, and puts scissors on a hand-over', () => {
    const marks = (knips: Record<string, Side>) => {
      const svg = picture(two, knips)!;
      return ['M0-11 11 8H-11Z', 'M-8-8H8V8H-8Z', 'stroke-dasharray="6 4"', 'M-2.4-2.6 8 4'].map(
        (sign) => svg.split(sign).length - 1,
      );
    };
    // The legend shows every mark once, but no dashed outline.
    expect(marks({})).toEqual([1, 1, 2, 1]);
    expect(marks({ A: 'front', B: 'back' })).toEqual([2, 2, 0, 2]);
    expect(marks({ A: 'front', B: 'front' })).toEqual([3, 1, 0, 1]);
  });

  it('shows markup in names as text and refers to nothing outside itself', () => {
    const evil = '&lt;script&gt;alert(1)&lt;/script&gt;&quot; onload=&quot;x';
    const svg = picture(two.replace('name="A"', `name="${evil}"`), {}, '<script>')!;
    const parsed = parseXml(svg, () => undefined);
    const elements = parsed.ok ? [...elementsOf(parsed.root)] : [];
    expect(new Set(elements.map(({ local }) => local))).toEqual(
      new Set(['svg', 'title', 'desc', 'g', 'path', 'rect', 'circle', 'text', 'tspan']),
    );
    expect(
      elements
        .flatMap(({ attributes }) => attributes)
        .filter(({ local, value }) => /^on|href|style|class/i.test(local) || value.includes('url(')),
    ).toEqual([]);
    expect(elements.map(({ text }) => text)).toContain('<script>');
  });

  it('has no impossible numbers in it, whatever the file says', () => {
    for (const bad of ['NaN', 'Infinity', '-1e308', '1e308', '', 'abc', '-5']) {
      for (const attribute of ['x="0"', 'y="0"', 'width="100"', 'height="80"']) {
        const svg = picture(two.replace(attribute, `${attribute.split('=')[0]}="${bad}"`))!;
        expect(svg).not.toMatch(/NaN|Infinity|e\+/);
        const [, , width, height] = /viewBox="([-\d. ]+)"/.exec(svg)![1]!.split(' ').map(Number);
        expect(Math.max(width!, height!)).toBeLessThan(2000);
      }
    }
  });

  it('counts one as one', () => {
    const told = (language: Language) => picture(drawn(task('A'), 'A'), {}, 'Proces', language);
    expect(told('nl')).toContain('>1 stap: 0 frontoffice');
    expect(told('en')).toContain('>1 step: 0 front office');
  });

  it('draws every kind of element and of event', () => {
    const definitions = [
      'message',
      'timer',
      'error',
      'terminate',
      'signal',
      'escalation',
      'conditional',
      'link',
      'compensate',
      'cancel',
    ];
    const events = definitions
      .map((name) => task(`e_${name}`, 'endEvent', `<bpmn:${name}EventDefinition/>`))
      .join('');
    const others = [
      'subProcess',
      'transaction',
      'exclusiveGateway',
      'parallelGateway',
      'inclusiveGateway',
      'eventBasedGateway',
      'complexGateway',
      'dataObjectReference',
      'dataStoreReference',
      'textAnnotation',
      'group',
      'serviceTask',
      'scriptTask',
      'sendTask',
      'receiveTask',
      'manualTask',
      'businessRuleTask',
      'callActivity',
      'boundaryEvent',
    ];
    const ids = [...definitions.map((name) => `e_${name}`), ...others];
    const svg = picture(drawn(events + others.map((kind) => task(kind, kind)).join(''), ...ids))!;
    expect(svg.split('<title>').length - 1).toBe(ids.length);
  });

  it('leaves out what is inside a collapsed sub-process and shows the first drawing that has shapes', () => {
    expect(picture(drawn(task('S', 'subProcess', task('Inner')), 'S', 'Inner'))).not.toContain('>Inner<');
    const empty = '<bpmndi:BPMNDiagram><bpmndi:BPMNPlane bpmnElement="P"/></bpmndi:BPMNDiagram>';
    expect(picture(process(task('A'), empty + drawing('A')))).toContain('>A<');
  });

  it('shows the side of a lane', () => {
    expect(
      picture(drawn(`<bpmn:laneSet>${lane('Balie', 'front', 'A')}</bpmn:laneSet>${task('A')}`, 'Balie', 'A')),
    ).toContain('Balie – Frontoffice (KCC)');
  });

  it('is quick for a name of 100 KB', () => {
    const reading = readDiagramText(two.replace('name="A"', `name="${'x'.repeat(100_000)}"`));
    expect(reading.ok && picture(reading.diagram.text)!.length).toBeLessThan(20_000);
  });
});

describe('An element that a file draws again and again', () => {
  it('is drawn five times, so that no file makes a picture without end', () => {
    const shape =
      '<bpmndi:BPMNShape bpmnElement="A"><dc:Bounds x="5" y="5" width="90" height="60"/></bpmndi:BPMNShape>';
    const often = two.replace(
      '</bpmndi:BPMNPlane>',
      `${shape.repeat(1_000)}${edge.replace('</bpmndi:BPMNPlane>', '').repeat(1_000)}</bpmndi:BPMNPlane>`,
    );
    const svg = picture(often, { A: 'front', B: 'back' })!;
    expect(svg.match(/<title>A – /g)).toHaveLength(5);
    expect(svg.match(/<title>dan – /g)).toHaveLength(5);
  });
});

describe('A label', () => {
  it('breaks no word that fits, and becomes smaller before it breaks one', () => {
    for (const word of [
      'bevestigingsmail',
      'inkomensgegevens',
      'beschikking',
      'Bezwaarschrift',
      'WMO-consulent',
    ])
      expect(picture(two.replace('name="A"', `name="Verstuur ${word}"`))).toContain(`>${word}<`);
    expect(textWidth('bevestigingsmail', 11)).toBeLessThan(92);
    expect(textWidth('één', 12)).toBe(textWidth('een', 12));
  });

  it('breaks between words, then inside them, and ends in an ellipsis where there is no room', () => {
    for (const most of [3, 5]) {
      expect(wrapped('Aanvraag inhoudelijk beoordelen', 80, 12, most)).toEqual([
        'Aanvraag',
        'inhoudelijk',
        'beoordelen',
      ]);
    }
    expect(
      wrapped('Hottentottententententoonstelling', 80, 12, 5).every((part) => textWidth(part, 12) <= 80),
    ).toBe(true);
    expect(wrapped('een twee drie vier vijf zes', 40, 12, 2).at(-1)).toMatch(/…$/);
  });
});

describe('What covers what in the picture', () => {
  const order = (svg: string, ...names: string[]) =>
    names.toSorted((a, b) => svg.indexOf(`<title>${a}`) - svg.indexOf(`<title>${b}`));

  it('is larger lanes below smaller ones, and events above the step on whose border they are', () => {
    const lanes = `<bpmn:laneSet>${lane('Klein', undefined)}${lane('Groot', undefined)}</bpmn:laneSet>`;
    const guest = '<bpmn:boundaryEvent id="Rand" name="Rand" attachedToRef="A"/>';
    const svg = picture(
      drawn(lanes + guest + task('A'), 'Rand', 'A', 'Klein', 'Groot').replace(
        /(bpmnElement="Groot".*?)width="100"/s,
        '$1width="900"',
      ),
    )!;
    expect(order(svg, 'Rand', 'A', 'Klein', 'Groot')).toEqual(['Groot', 'Klein', 'A', 'Rand']);
  });

  it('is no mark of a side below an event on the corner of its step', () => {
    const marked = (x: number, y: number) =>
      picture(
        process(
          `${task('A')}<bpmn:boundaryEvent id="Rand" attachedToRef="A"/>`,
          drawing('A', 'Rand').replace(
            '<dc:Bounds x="150" y="0" width="100" height="80"/>',
            `<dc:Bounds x="${x}" y="${y}" width="36" height="36"/>`,
          ),
        ),
        { A: 'back' },
      )!.includes('translate(88 77)');
    // The upper right corner is at 100, 0; a mark is at 88, 3, or else at 88, 77.
    expect(marked(62, -18)).toBe(true);
    expect(marked(-18, -18)).toBe(false);
    expect(marked(62, 62)).toBe(false);
  });
});
