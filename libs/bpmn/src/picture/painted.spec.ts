import { describe, expect, it } from '@jest/globals';
import { cut } from '../cut.js';
import type { CutStep } from '../cut.js';
import { accepted, definitions, drawing, process, task } from '../diagram.fixture.js';
import { elementsOf } from '../xml/xml-tree.js';
import { paintEdge } from './edge.js';
import type { Bounds } from './geometry.js';
import { label, textWidth, wrapped } from './label.js';
import { svgPicture } from './picture.js';
import { stepWords } from './words.js';

/** Along and down, so that its middle is at 75, 0 and its last stretch goes down. */
const CORNER = [
  { x: 0, y: 0 },
  { x: 100, y: 0 },
  { x: 100, y: 50 },
];
function painted(kind: string, { handover, place }: { handover?: string; place?: Bounds } = {}) {
  const file = definitions(
    `<bpmn:process id="P">${task('A')}${task('B')}<bpmn:${kind} id="E" name="ja" sourceRef="A" targetRef="B"/></bpmn:process>`,
  );
  const element = elementsOf(accepted(file).root).find(({ local }) => local === kind)!;
  const { body, labels } = paintEdge(
    { element, id: 'E', points: CORNER, ...(place && { label: place }) },
    { isDefault: false, fromActivity: false, ...(handover && { handover }) },
  );
  return {
    title: /<title>(.*?)<\/title>/.exec(body)![1],
    line: body.replace(/<title>.*?<\/title>/, ''),
    labels,
  };
}
const LINE =
  '<path d="M0 0L100 0L100 50" fill="none" stroke="#1f2933" stroke-width="1.4" stroke-linejoin="round"';
const arrow = (fill: string, ink: string) =>
  `<path d="M0 0-11 4.5V-4.5Z" transform="translate(100 50) rotate(90)" fill="${fill}" stroke="${ink}"/>`;

describe('The line of a flow', () => {
  it('is full for a sequence, dashed for a message, dotted for an association', () => {
    expect(painted('sequenceFlow').line).toBe(`<g>${LINE}/>${arrow('#1f2933', '#1f2933')}</g>`);
    expect(painted('messageFlow').line).toBe(
      `<g>${LINE} stroke-dasharray="8 5"/>${arrow('#ffffff', '#1f2933')}<circle cx="0" cy="0" r="4" fill="#ffffff" stroke="#1f2933"/></g>`,
    );
    const dotted = `${LINE} stroke-dasharray="1 4" stroke-linecap="round"/>`;
    expect(painted('association').line).toBe(`<g>${dotted}</g>`);
    expect(painted('dataInputAssociation').line).toBe(
      `<g>${dotted}<path d="M-8-4.5 0 0-8 4.5" fill="none" stroke="#1f2933" transform="translate(100 50) rotate(90)"/></g>`,
    );
  });

  it('is thicker and purple where it is a hand-over, which its title says', () => {
    const { title, line, labels } = painted('sequenceFlow', { handover: 'Overdracht' });
    expect(title).toBe('ja – Overdracht');
    expect(line).toBe(
      `<g><path d="M0 0L100 0L100 50" fill="none" stroke="#9c1c5b" stroke-width="2.2" stroke-linejoin="round"/>${arrow('#9c1c5b', '#9c1c5b')}</g>`,
    );
    expect(labels).toContain(
      '<g transform="translate(100 25)"><circle r="11" fill="#ffffff" stroke="#9c1c5b"/><circle cx="-4.5" cy="-4" r="2.6" fill="none" stroke="#9c1c5b" stroke-width="1.6"/><circle cx="-4.5" cy="4" r="2.6" fill="none" stroke="#9c1c5b" stroke-width="1.6"/><path d="M-2.4-2.6 8 4M-2.4 2.6 8-4" fill="none" stroke="#9c1c5b" stroke-width="1.8" stroke-linecap="round"/></g>',
    );
    expect(painted('sequenceFlow').title).toBe('ja');
    expect(painted('sequenceFlow').labels).not.toContain('#9c1c5b');
  });

  it('has its scissors beside its name, not on it, on whichever side that is', () => {
    const scissors = (place: Bounds) =>
      /translate\((.*?)\)/.exec(painted('sequenceFlow', { handover: 'x', place }).labels)![1];
    // The middle of the last stretch is at 100, 25: free where the name is 14 away across, or 12 up or down.
    const name = { width: 40, height: 20 };
    expect(scissors({ x: 115, y: 15, ...name })).toBe('100 25');
    expect(scissors({ x: 45, y: 15, ...name })).toBe('100 25');
    expect(scissors({ x: 80, y: 38, ...name })).toBe('100 25');
    expect(scissors({ x: 80, y: -8, ...name })).toBe('100 25');
    expect(scissors({ x: 113, y: 30, ...name })).toBe('100 17.5');
    expect(scissors({ x: 80, y: 36, ...name })).toBe('100 17.5');
    expect(scissors({ x: 80, y: -6, ...name })).toBe('100 32.5');
  });

  it('has its name above its middle, or in the middle of where the file puts it', () => {
    const name = (x: number, y: number) =>
      `<text font-size="11" text-anchor="middle" fill="#1f2933" stroke="#ffffff" stroke-width="3" stroke-linejoin="round" paint-order="stroke"><tspan x="${x}" y="${y}">ja</tspan></text>`;
    expect(painted('sequenceFlow').labels).toBe(name(75, -6.1));
    expect(painted('sequenceFlow', { place: { x: 10, y: 20, width: 40, height: 20 } }).labels).toBe(
      name(30, 33.9),
    );
    expect(painted('sequenceFlow', { place: { x: 10, y: 20, width: 140, height: 20 } }).labels).toBe(
      name(80, 33.9),
    );
  });
});

describe('The whole picture', () => {
  const edge =
    '<bpmndi:BPMNEdge id="E" bpmnElement="A-B"><di:waypoint x="100" y="40"/><di:waypoint x="150" y="40"/></bpmndi:BPMNEdge></bpmndi:BPMNPlane>';
  const two = process(
    `${task('A')}${task('B')}<bpmn:sequenceFlow id="A-B" name="dan" sourceRef="A" targetRef="B"/>`,
    drawing('A', 'B'),
  ).replace('</bpmndi:BPMNPlane>', edge);
  const picture = (language: 'nl' | 'en') => {
    const diagram = accepted(two);
    const decided = cut(diagram.outline, {
      knip: (id) => (id === 'A' ? 'front' : 'back'),
      boundSide: () => undefined,
    });
    return svgPicture(diagram, decided, { title: 'Proces', language })!;
  };
  const texts = (svg: string) =>
    [...svg.matchAll(/<(?:title|desc|tspan)[^>]*>(.*?)</g)].map(([, text]) => text);

  it('has a heading above, a legend below and a margin around', () => {
    const svg = picture('nl');
    // The steps are 250 by 80; the legend is wider.
    expect(svg).toContain(
      `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-30 -86 745.3 256" width="745.3" height="256" role="img" aria-labelledby="title desc" lang="nl" font-family="'IBM Plex Sans', Arial, Helvetica, sans-serif"><title id="title">Proces</title>`,
    );
    expect(svg).toContain(
      '<rect x="-30" y="-86" width="745.3" height="256" fill="#ffffff"/><text font-size="18" text-anchor="start" fill="#1f2933" font-weight="bold"><tspan x="0" y="-54">Proces</tspan></text><text font-size="12" text-anchor="start" fill="#1f2933"><tspan x="0" y="-32">2 stappen',
    );
    const legend = svg.slice(svg.indexOf('<g transform="translate(0 140)">'));
    expect([...legend.matchAll(/translate\(([\d.]+) 0\)/g)].map(([, x]) => x)).toEqual([
      '12',
      '165.2',
      '356.7',
      '512.5',
    ]);
    expect([...legend.matchAll(/<tspan x="(.*?)" y="4.2"/g)].map(([, x]) => x)).toEqual([
      '30',
      '183.2',
      '374.7',
      '530.5',
    ]);
  });

  it('says it all in both languages', () => {
    expect(texts(picture('nl'))).toEqual([
      'Proces',
      '2 stappen: 1 frontoffice, 1 backoffice, 0 onbekend; 0 nog niet besloten; 1 overdrachtsmoment.',
      'Proces',
      '2 stappen: 1 frontoffice, 1 backoffice, 0 onbekend; 0 nog niet besloten; 1 overdrachtsmoment.',
      'dan – Overdrachtsmoment: A → B',
      'A – Frontoffice (KCC), knip',
      'B – Backoffice (vakafdeling), knip',
      'dan',
      'A',
      'B',
      'Frontoffice (KCC)',
      'Backoffice (vakafdeling)',
      'Nog niet besloten',
      'Overdrachtsmoment',
    ]);
    expect(texts(picture('en')).slice(1)).toEqual([
      '2 steps: 1 front office, 1 back office, 0 unknown; 0 not yet decided; 1 hand-over.',
      'Proces',
      '2 steps: 1 front office, 1 back office, 0 unknown; 0 not yet decided; 1 hand-over.',
      'dan – Hand-over: A → B',
      'A – Front office (KCC), knip',
      'B – Back office (department), knip',
      'dan',
      'A',
      'B',
      'Front office (KCC)',
      'Back office (department)',
      'Not yet decided',
      'Hand-over',
    ]);
  });

  it('says of a step what its side follows from, and whether it is decided', () => {
    const step: CutStep = { key: 'A', undecided: false, laneDisagrees: false };
    expect(stepWords(step, 'nl')).toBe('Kant onbekend');
    expect(stepWords({ ...step, undecided: true }, 'en')).toBe('Side unknown; not yet decided');
    expect(stepWords({ ...step, side: 'front', from: 'binding' }, 'nl')).toBe(
      'Frontoffice (KCC), wettelijk gebonden',
    );
    expect(stepWords({ ...step, side: 'back', from: 'binding' }, 'en')).toBe(
      'Back office (department), bound by law',
    );
    expect(stepWords({ ...step, side: 'back', from: 'lane', undecided: true }, 'nl')).toBe(
      'Backoffice (vakafdeling), volgens de baan; nog niet besloten',
    );
    expect(stepWords({ ...step, side: 'front', from: 'lane' }, 'en')).toBe('Front office (KCC), by its lane');
  });
});

describe('Words in a picture', () => {
  it('are measured by the widths of their letters, a little wider', () => {
    expect(['a', ' ', '~', 'é', 'ab'].map((text) => Math.round(textWidth(text, 970)))).toEqual([
      534, 236, 600, 549, 1114,
    ]);
    expect([textWidth('中', 10), textWidth('α', 10)]).toEqual([10, 6.1]);
  });

  it('are broken between words and lines, else within them', () => {
    const cases: [string, number, number, string[]][] = [
      ['aa bb cc', 20, 5, ['aa', 'bb', 'cc']],
      ['aaaaaaaa', 20, 5, ['aaa', 'aaa', 'aa']],
      ['a\nb', 20, 5, ['a', 'b']],
      ['mm', 2, 5, ['m', 'm']],
      ['a mm', 7, 5, ['a', 'm', 'm']],
      ['aa bb cc dd', 12, 2, ['aa', 'b…']],
      ['aa bb. cc', 12, 2, ['aa', 'b…']],
      ['', 20, 2, []],
      [' a  b ', 20, 2, ['a b']],
    ];
    for (const [text, width, most, lines] of cases)
      expect([text, wrapped(text, width, 10, most)]).toEqual([text, lines]);
    expect(wrapped('x'.repeat(600), 10_000, 1, 3)).toEqual(['x'.repeat(600)]);
    expect(wrapped('x'.repeat(601), 10_000, 1, 3)).toEqual([`${'x'.repeat(599)}…`]);
  });

  it('are centred, or smaller, or cut where there is no room', () => {
    const written = (...of: Parameters<typeof label>) => label(...of).replace(/fill="#1f2933"/, '');
    expect(written('aa bb', { x: 0, y: 0, width: 100 })).toBe(
      '<text font-size="12" text-anchor="middle" ><tspan x="0" y="4.2">aa bb</tspan></text>',
    );
    expect(written('aa bb', { x: 0, y: 0, width: 12, size: 10, height: 30 })).toBe(
      '<text font-size="10" text-anchor="middle" ><tspan x="0" y="-2.5">aa</tspan><tspan x="0" y="9.5">bb</tspan></text>',
    );
    expect(written('Ja', { x: 0, y: 0, width: 100, height: 5 })).toContain('>Ja</tspan>');
    expect(written('aaaa', { x: 0, y: 0, width: 20, size: 10, height: 30 })).toBe(
      '<text font-size="9" text-anchor="middle" ><tspan x="0" y="3.2">aaaa</tspan></text>',
    );
    expect(
      written('aa bb cc dd ee', {
        x: 5,
        y: 7,
        width: 14,
        height: 20,
        bold: true,
        anchor: 'start',
        from: 'top',
      }),
    ).toBe(
      '<text font-size="10" text-anchor="start"  font-weight="bold"><tspan x="5" y="17">a…</tspan></text>',
    );
    expect(label('', { x: 0, y: 0, width: 10 })).toBe('');
  });
});
