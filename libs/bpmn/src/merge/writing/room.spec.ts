import { describe, expect, it } from '@jest/globals';
import { withRoom } from './room.js';

/** A box of a drawing: what it is, where and how large, in or on what, and where its label stands. */
interface Shape {
  id: string;
  kind: string;
  at: [x: number, y: number, width: number, height: number];
  /** The sub-process, or the host of a boundary event. */
  of?: string;
  holds?: string[];
  label?: [x: number, y: number];
}
interface Line {
  id: string;
  kind: string;
  ends: [string, string];
  points: [x: number, y: number][];
  label?: [x: number, y: number];
}
interface Scene {
  shapes: Shape[];
  lines: Line[];
  vertical?: boolean;
}

const task = (id: string, x: number, y = 0, more: Partial<Shape> = {}): Shape => ({
  id,
  kind: 'task',
  at: [x, y, 100, 80],
  ...more,
});
const flow = (id: string, from: string, to: string, ...points: [number, number][]): Line => ({
  id,
  kind: 'sequenceFlow',
  ends: [from, to],
  points,
});
const association = (id: string, from: string, to: string): Line => ({
  id,
  kind: 'association',
  ends: [from, to],
  points: [],
});

/** Mine and theirs were both put behind A, in one place; B follows. */
const ROW: Shape[] = [task('A', 0), task('M', 150), task('T', 150)];
const LINES: Line[] = [
  flow('F', 'A', 'M', [100, 40], [150, 40]),
  flow('FM', 'M', 'B', [250, 40], [300, 40]),
  flow('FT', 'T', 'B', [250, 40], [300, 40]),
];

const ends = ([from, to]: [string, string]) => `sourceRef="${from}" targetRef="${to}"`;

function fileOf({ shapes, lines, vertical }: Scene): string {
  const written = (holder?: string): string =>
    shapes
      .filter(({ kind, of }) => !['participant', 'lane', 'boundaryEvent'].includes(kind) && of === holder)
      .map(({ id, kind }) => `<${kind} id="${id}">${dataOf(id)}${written(id)}</${kind}>`)
      .join('');
  const dataOf = (step: string) =>
    lines
      .map(({ id, kind, ends: [from, to] }) =>
        kind === 'dataInputAssociation' && to === step
          ? `<${kind} id="${id}"><sourceRef>${from}</sourceRef><targetRef>input</targetRef></${kind}>`
          : kind === 'dataOutputAssociation' && from === step
            ? `<${kind} id="${id}"><sourceRef>output</sourceRef><targetRef>${to}</targetRef></${kind}>`
            : '',
      )
      .join('');
  const lanes = shapes
    .filter(({ kind }) => kind === 'lane')
    .map(
      ({ id, holds = [] }) =>
        `<lane id="${id}">${holds.map((ref) => `<flowNodeRef>${ref}</flowNodeRef>`).join('')}</lane>`,
    );
  const pools = shapes.filter(({ kind }) => kind === 'participant');
  const label = (at?: [number, number]) =>
    at ? `<di:BPMNLabel><dc:Bounds x="${at[0]}" y="${at[1]}" width="20" height="20"/></di:BPMNLabel>` : '';
  return `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:dd="http://www.omg.org/spec/DD/20100524/DI">
<collaboration id="Co">${pools.map(({ id }) => `<participant id="${id}"/>`).join('')}</collaboration>
<process id="P">${lanes.length > 0 ? `<laneSet id="LS">${lanes.join('')}</laneSet>` : ''}${written()}
${shapes.map(({ id, kind, of }) => (kind === 'boundaryEvent' ? `<${kind} id="${id}" attachedToRef="${of}"/>` : '')).join('')}
${lines.map(({ id, kind, ends: both }) => (kind.startsWith('data') ? '' : `<${kind} id="${id}" ${ends(both)}/>`)).join('')}
</process>
<di:BPMNDiagram><di:BPMNPlane bpmnElement="P">
${shapes.map(({ id, kind, at: [x, y, width, height], label: of }) => `<di:BPMNShape bpmnElement="${id}"${['participant', 'lane'].includes(kind) ? ` isHorizontal="${!vertical}"` : ''}><dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/>${label(of)}</di:BPMNShape>`).join('\n')}
${lines.map(({ id, points, label: of }) => `<di:BPMNEdge bpmnElement="${id}">${points.map(([x, y]) => `<dd:waypoint x="${x}" y="${y}"/>`).join('')}${label(of)}</di:BPMNEdge>`).join('\n')}
</di:BPMNPlane></di:BPMNDiagram></definitions>`;
}

/** The scene with what `text` says of each box, point and label, in the order of the file. */
function sceneOf({ shapes, lines, vertical }: Scene, text: string): Scene {
  const drawn = [
    ...text.matchAll(/<di:BPMN(?:Shape|Edge) bpmnElement="(\w+)".*?<\/di:BPMN(?:Shape|Edge)>/gs),
  ];
  const of = new Map(drawn.map(([all, id]) => [id, all]));
  const numbers = (id: string, pattern: RegExp) =>
    [...(of.get(id) ?? '').matchAll(pattern)].map(([, ...values]) => values.map(Number));
  const BOUNDS = /<dc:Bounds x="(.*?)" y="(.*?)" width="(.*?)" height="(.*?)"/g;
  return {
    ...(vertical && { vertical }),
    shapes: shapes.map((shape) => {
      const [at, label] = numbers(shape.id, BOUNDS);
      return {
        ...shape,
        at: at as Shape['at'],
        ...(shape.label && { label: label!.slice(0, 2) as [number, number] }),
      };
    }),
    lines: lines.map((line) => ({
      ...line,
      points: numbers(line.id, /<dd:waypoint x="(.*?)" y="(.*?)"/g) as Line['points'],
      ...(line.label && { label: numbers(line.id, BOUNDS)[0]!.slice(0, 2) as [number, number] }),
    })),
  };
}

interface Case {
  about: string;
  shapes?: Shape[];
  lines?: Line[];
  first?: string[];
  second?: string[];
  /** What is not drawn. */
  without?: string;
  /** Only to the right: the flow itself goes nowhere. */
  oneWay?: boolean;
  /** What is elsewhere now: boxes, points as `x,y`, and labels. */
  now: Record<string, string>;
}

const orderOf = ({ first = ['M'], second = ['T'] }: Case) => ({
  route: 'mine' as const,
  rewirings: [],
  between: ['A', 'B'] as [string, string],
  first,
  second,
});
const startOf = ({ shapes = [], lines = [], without }: Case): Scene => ({
  shapes: [...ROW.filter(({ id }) => id !== without && !shapes.some((each) => each.id === id)), ...shapes],
  lines,
});
const made = (scene: Scene, order: ReturnType<typeof orderOf>) =>
  sceneOf(scene, withRoom(fileOf(scene), order));

function changed(before: Scene, after: Scene): Record<string, string> {
  const said = ({ shapes, lines }: Scene) =>
    new Map([
      ...shapes.map(({ id, at: [x, y, width, height] }) => [id, `${x},${y} ${width}×${height}`] as const),
      ...lines.map(({ id, points }) => [id, points.map((point) => point.join()).join(' ')] as const),
      ...[...shapes, ...lines].flatMap(({ id, label }) =>
        label ? [[`${id} label`, label.join()] as const] : [],
      ),
    ]);
  const was = said(before);
  return Object.fromEntries([...said(after)].filter(([id, now]) => was.get(id) !== now));
}

const B = task('B', 300);
/** Three lanes, and a flow from the first through the second to the third. */
const across = (x: number): Shape[] => [
  { id: 'L', kind: 'lane', at: [0, -10, 800, 100], holds: ['A'] },
  { id: 'K', kind: 'lane', at: [0, 90, 800, 100], holds: ['M', 'T'] },
  { id: 'J', kind: 'lane', at: [0, 190, 800, 100], holds: ['B'] },
  task('A', 300),
  task('M', 275, 100),
  task('T', 275, 100),
  task('B', x, 200),
];
const CASES: Case[] = [
  {
    about: 'the second stands behind the first, and what follows makes room, with the ends of lines',
    shapes: [B],
    lines: LINES,
    now: { T: '300,0 100×80', B: '450,0 100×80', FM: '250,40 450,40', FT: '400,40 450,40' },
  },
  {
    about: 'what follows makes room for what is wider, and only as much as is missing',
    shapes: [task('T', 150, 0, { at: [150, 0, 200, 80] }), task('B', 420)],
    now: { T: '300,0 200×80', B: '550,0 100×80' },
  },
  {
    about: 'two that were put in together stand behind the first as they stood',
    shapes: [task('U', 300), task('B', 450)],
    second: ['T', 'U'],
    now: { T: '300,0 100×80', U: '450,0 100×80', B: '600,0 100×80' },
  },
  {
    about: 'nothing else moves where there is room',
    shapes: [task('B', 450)],
    now: { T: '300,0 100×80' },
  },
  {
    about: 'what stands elsewhere moves on where it begins behind the first, not where it begins before',
    shapes: [B, task('C', 250, 200), task('D', 249, 300)],
    now: { T: '300,0 100×80', B: '450,0 100×80', C: '400,200 100×80' },
  },
  {
    about: 'nothing moves where the two lie one above the other',
    shapes: [task('M', 150, -100), task('T', 150, -20), B],
    now: {},
  },
  {
    about: 'a second that lies further on stands where it is, and one that begins inside the first does not',
    shapes: [task('T', 250), task('B', 500)],
    now: {},
  },
  {
    about: 'a second that begins a little before the end of the first stands behind it',
    shapes: [task('T', 249), task('B', 500)],
    now: { T: '300,0 100×80' },
  },
  {
    about: 'a second that was drawn before the first stands behind it',
    shapes: [task('A', -200), task('T', 20), task('B', 500)],
    now: { T: '300,0 100×80' },
  },
  {
    about: 'a second that lies clear of the first, but over what follows, moves that on',
    shapes: [task('T', 260), B, task('C', 255, 200)],
    now: { T: '300,0 100×80', B: '450,0 100×80', C: '405,200 100×80' },
  },
  {
    about: 'a second that stands behind the first moves on what is under it, from where it begins',
    shapes: [task('T', 300), task('B', 350), task('C', 290, 200), task('D', 300, 300)],
    now: { B: '450,0 100×80', D: '400,300 100×80' },
  },
  {
    about: 'pool, lanes and groups around grow with what they hold',
    shapes: [
      { id: 'Pool', kind: 'participant', at: [-50, -50, 600, 400] },
      { id: 'L', kind: 'lane', at: [-20, -50, 570, 200], holds: ['A', 'M', 'T', 'B'] },
      { id: 'K', kind: 'lane', at: [-20, 150, 570, 200] },
      { id: 'G', kind: 'group', at: [100, 160, 200, 100] },
      { id: 'H', kind: 'group', at: [0, 160, 250, 100] },
      B,
    ],
    now: {
      Pool: '-50,-50 750×400',
      L: '-20,-50 720×200',
      K: '-20,150 720×200',
      G: '100,160 350×100',
      T: '300,0 100×80',
      B: '450,0 100×80',
    },
  },
  {
    about: 'a lane in which nothing follows grows as far as the second reaches, and all behind it moves',
    shapes: [
      { id: 'L', kind: 'lane', at: [-20, -50, 430, 200], holds: ['A', 'M', 'T'] },
      { id: 'K', kind: 'lane', at: [-20, 150, 430, 200], holds: ['B'] },
      task('B', 300, 200),
    ],
    now: { L: '-20,-50 470×200', K: '-20,150 470×200', T: '300,0 100×80', B: '340,200 100×80' },
  },
  {
    about: 'a pool in which nothing follows grows as far as the second reaches',
    shapes: [{ id: 'Pool', kind: 'participant', at: [-50, -50, 430, 200] }, task('B', 600, 200)],
    now: { Pool: '-50,-50 500×200', T: '300,0 100×80', B: '670,200 100×80' },
  },
  {
    about: 'a pool that lies elsewhere asks for no room of its own',
    shapes: [{ id: 'Pool', kind: 'participant', at: [-50, 100, 310, 100] }, task('B', 450)],
    now: { T: '300,0 100×80' },
  },
  {
    about: 'a sub-process that shows its content grows; a closed one and a step do not',
    shapes: [
      B,
      { id: 'S', kind: 'subProcess', at: [0, 200, 400, 200] },
      task('I', 20, 250, { of: 'S' }),
      task('J', 270, 250, { of: 'S' }),
      { id: 'C', kind: 'subProcess', at: [200, 500, 100, 80] },
    ],
    now: { T: '300,0 100×80', B: '450,0 100×80', S: '0,200 550×200', J: '420,250 100×80' },
  },
  {
    about: 'a sub-process into which both put something grows around it',
    shapes: [
      { id: 'S', kind: 'subProcess', at: [-20, -20, 300, 120] },
      ...ROW.map((shape) => ({ ...shape, of: 'S' })),
      task('B', 500, 0),
    ],
    now: { S: '-20,-20 470×120', T: '300,0 100×80', B: '670,0 100×80' },
  },
  {
    about: 'labels go with their shapes, and the label of a line with its middle',
    shapes: [
      { ...B, label: [320, 100] },
      task('T', 150, 0, { label: [170, 90] }),
      task('A', 0, 0, { label: [20, 90] }),
    ],
    lines: [
      { ...flow('FT', 'T', 'B', [250, 40], [280, 40], [280, 60], [300, 60]), label: [270, 45] },
      { ...flow('FA', 'A', 'B', [50, 80], [50, 120], [350, 120], [350, 80]), label: [40, 130] },
    ],
    now: {
      T: '300,0 100×80',
      'T label': '320,90',
      B: '450,0 100×80',
      'B label': '470,100',
      FT: '400,40 430,40 430,60 450,60',
      'FT label': '420,45',
      FA: '50,80 50,120 500,120 500,80',
    },
  },
  {
    about: 'boundary events go with their hosts, wherever the line passes between the two',
    shapes: [
      B,
      { id: 'eM', kind: 'boundaryEvent', at: [182, 62, 36, 36], of: 'M' },
      { id: 'eT', kind: 'boundaryEvent', at: [232, 62, 36, 36], of: 'T' },
      { id: 'eB', kind: 'boundaryEvent', at: [282, 62, 36, 36], of: 'B' },
      // Its host begins before the line and stays, the event begins behind it.
      task('X', 200, 200),
      { id: 'eX', kind: 'boundaryEvent', at: [264, 262, 36, 36], of: 'X' },
      // Its host begins behind the line, the event before it.
      task('Y', 255, 400),
      { id: 'eY', kind: 'boundaryEvent', at: [237, 420, 36, 36], of: 'Y' },
    ],
    now: {
      T: '300,0 100×80',
      B: '450,0 100×80',
      eT: '382,62 36×36',
      eB: '432,62 36×36',
      Y: '405,400 100×80',
      eY: '387,420 36×36',
    },
  },
  {
    about: 'a boundary event stays on the border of a sub-process that grows',
    shapes: [
      B,
      { id: 'S', kind: 'subProcess', at: [0, 200, 400, 200] },
      task('I', 20, 250, { of: 'S' }),
      { id: 'eLeft', kind: 'boundaryEvent', at: [100, 382, 36, 36], of: 'S' },
      { id: 'eRight', kind: 'boundaryEvent', at: [382, 300, 36, 36], of: 'S' },
    ],
    now: {
      T: '300,0 100×80',
      B: '450,0 100×80',
      S: '0,200 550×200',
      eRight: '532,300 36×36',
    },
  },
  {
    about: 'a remark about the second goes along, one about something else as well does not',
    shapes: [
      task('B', 450),
      { id: 'N', kind: 'textAnnotation', at: [150, 100, 100, 30] },
      { id: 'O', kind: 'textAnnotation', at: [150, 150, 100, 30] },
      { id: 'Q', kind: 'textAnnotation', at: [150, 200, 100, 30] },
      { id: 'R', kind: 'textAnnotation', at: [150, 250, 100, 30] },
    ],
    lines: [
      association('aN', 'N', 'T'),
      association('aO', 'T', 'O'),
      association('aQ', 'Q', 'T'),
      association('bQ', 'Q', 'B'),
    ],
    now: { T: '300,0 100×80', N: '300,100 100×30', O: '300,150 100×30' },
  },
  {
    about: 'the second stands close behind the first, however far a remark about that reaches',
    shapes: [task('B', 450), { id: 'N', kind: 'textAnnotation', at: [150, 100, 220, 30] }],
    lines: [association('aN', 'N', 'M')],
    now: { T: '300,0 100×80' },
  },
  {
    about: 'what was under the first moves on first, and then makes room for the second',
    shapes: [task('X', 180, 40), B],
    lines: [flow('past', 'A', 'B', [100, 40], [140, 40], [160, 200], [280, 200], [280, 40], [300, 40])],
    now: {
      T: '300,0 100×80',
      X: '450,40 100×80',
      B: '570,0 100×80',
      past: '100,40 140,40 430,200 550,200 550,40 570,40',
    },
  },
  {
    about: 'what was under the first moves on, and so does all that begins behind it, the second too',
    shapes: [task('T', 150, 200), task('X', 180, 40), B],
    now: { T: '270,200 100×80', X: '300,40 100×80', B: '420,0 100×80' },
  },
  {
    about: 'a sub-process that was under both moves on with all that is in it',
    shapes: [
      { id: 'S', kind: 'subProcess', at: [120, 20, 300, 200] },
      task('I', 125, 100, { of: 'S' }),
      task('B', 500),
    ],
    now: { T: '330,0 100×80', S: '480,20 300×200', I: '485,100 100×80', B: '860,0 100×80' },
  },
  {
    about: 'the second stands to the right where the flow goes nearly straight across its lane',
    shapes: across(250),
    oneWay: true,
    now: { T: '425,100 100×80' },
  },
  {
    about: 'the second stands to the left where the flow goes to the left by more than a gap',
    shapes: across(249),
    now: { T: '125,100 100×80' },
  },
  {
    about: 'the second stands to the right where nobody sees from where the flow comes',
    shapes: [task('M', 150, 200), task('T', 150, 200)],
    without: 'A',
    oneWay: true,
    now: { T: '300,200 100×80' },
  },
  {
    about: 'a second of which one part lies before the first is not torn apart by room for the first',
    shapes: [task('A', -200), task('T', 50, 100), task('U', 260, 100), task('X', 200, -60), task('B', 500)],
    second: ['T', 'U'],
    now: { X: '300,-60 100×80', B: '600,0 100×80' },
  },
  {
    about: 'nothing moves where one of the two is not drawn',
    shapes: [B],
    second: ['Z'],
    now: {},
  },
  {
    about: 'nothing moves where the first is only a remark',
    shapes: [B, { id: 'N', kind: 'textAnnotation', at: [150, 0, 100, 80] }],
    first: ['N'],
    now: {},
  },
  {
    about: 'lines out of and into the second go along as long as they are straight, and never turn back',
    shapes: [B],
    lines: [
      flow('out', 'T', 'B', [200, 80], [200, 140], [350, 140], [350, 80]),
      flow('early', 'T', 'A', [200, 0], [200, -40], [50, -40], [50, 0]),
      flow('into', 'A', 'T', [50, 80], [50, 140], [200, 140], [200, 80]),
      flow('late', 'B', 'T', [350, 0], [350, -60], [200, -60], [200, 0]),
      flow('loop', 'T', 'T', [200, 80], [200, 170], [270, 170], [270, 40], [250, 40]),
      flow('past', 'A', 'B', [100, 40], [125, 40], [125, 200], [275, 200], [275, 40], [300, 40]),
    ],
    now: {
      T: '300,0 100×80',
      B: '450,0 100×80',
      out: '350,80 350,140 500,140 500,80',
      early: '350,0 350,-40 425,-40 50,0',
      into: '50,80 50,140 350,140 350,80',
      late: '500,0 275,-60 350,-60 350,0',
      loop: '350,80 350,170 420,170 420,40 400,40',
      past: '100,40 125,40 125,200 425,200 425,40 450,40',
    },
  },
  {
    about: 'the lines of data go with the step that reads or writes it',
    shapes: [
      B,
      { id: 'S', kind: 'subProcess', at: [50, 300, 400, 200] },
      task('I', 200, 350, { of: 'S' }),
      { id: 'D', kind: 'dataObjectReference', at: [50, 200, 36, 50] },
      { id: 'E', kind: 'dataObjectReference', at: [320, 200, 36, 50] },
    ],
    lines: [
      {
        id: 'r',
        kind: 'dataInputAssociation',
        ends: ['D', 'B'],
        points: [
          [86, 225],
          [300, 60],
        ],
      },
      {
        id: 'w',
        kind: 'dataOutputAssociation',
        ends: ['B', 'D'],
        points: [
          [300, 70],
          [86, 230],
        ],
      },
      {
        id: 'q',
        kind: 'dataInputAssociation',
        ends: ['D', 'I'],
        points: [
          [86, 240],
          [290, 350],
        ],
      },
      {
        id: 's',
        kind: 'dataInputAssociation',
        ends: ['E', 'T'],
        points: [
          [330, 200],
          [240, 80],
        ],
      },
    ],
    now: {
      T: '300,0 100×80',
      B: '450,0 100×80',
      S: '50,300 550×200',
      E: '470,200 36×50',
      r: '86,225 450,60',
      w: '450,70 86,230',
      s: '480,200 390,80',
    },
  },
  {
    about: 'a message flow stays where it meets the border of a pool that grows',
    shapes: [
      B,
      { id: 'Pool', kind: 'participant', at: [-50, -50, 600, 200] },
      { id: 'Other', kind: 'participant', at: [-50, 300, 600, 100] },
    ],
    lines: [
      {
        id: 'm',
        kind: 'messageFlow',
        ends: ['A', 'Other'],
        points: [
          [50, 80],
          [50, 300],
        ],
      },
      {
        id: 'n',
        kind: 'messageFlow',
        ends: ['Other', 'B'],
        points: [
          [350, 300],
          [350, 80],
        ],
      },
    ],
    now: {
      T: '300,0 100×80',
      B: '450,0 100×80',
      Pool: '-50,-50 750×200',
      Other: '-50,300 750×100',
      n: '500,300 500,80',
    },
  },
];

/** The drawing seen in another way. */
const seen = (
  { shapes, lines, vertical }: Scene,
  box: (at: Shape['at']) => Shape['at'],
  turn = false,
): Scene => {
  const point = ([x, y]: [number, number], size = 0) =>
    box([x, y, size, size]).slice(0, 2) as [number, number];
  const withLabel = <T extends Shape | Line>(one: T): T =>
    one.label ? { ...one, label: point(one.label, 20) } : one;
  return {
    ...((turn ? !vertical : vertical) && { vertical: true }),
    shapes: shapes.map((shape) => withLabel({ ...shape, at: box(shape.at) })),
    lines: lines.map((line) => withLabel({ ...line, points: line.points.map((each) => point(each)) })),
  };
};
const turned = (scene: Scene) => seen(scene, ([x, y, width, height]) => [y, x, height, width], true);
const mirrored = (scene: Scene) =>
  seen(scene, ([x, y, width, height]) => [700 - x - width, y, width, height]);
const upsideDown = (scene: Scene) =>
  seen(scene, ([x, y, width, height]) => [x, 700 - y - height, width, height]);
const shifted = (scene: Scene) => seen(scene, ([x, y, width, height]) => [x - 1234, y + 77, width, height]);

describe('Where two inserted into one flow and stand one after the other,', () => {
  it.each(CASES)('$about', (one) => {
    const scene = startOf(one);
    expect(changed(scene, made(scene, orderOf(one)))).toEqual(one.now);
  });

  it.each(CASES.filter(({ oneWay }) => !oneWay))('it is alike in every direction: $about', (one) => {
    const scene = startOf(one);
    const after = made(scene, orderOf(one));
    for (const way of [turned, mirrored, upsideDown, shifted, (scene: Scene) => turned(mirrored(scene))])
      expect(made(way(scene), orderOf(one))).toEqual(way(after));
  });
});
