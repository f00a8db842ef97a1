import { describe, expect, it } from '@jest/globals';
import { mergeDiagrams } from '#bpmn';
import type { Choice } from '#bpmn';

interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}
interface Picture {
  A?: Partial<Box>;
  B?: Partial<Box>;
  pool?: Partial<Box>;
  label?: Partial<Box>;
  /** The points of the flow from A to B. */
  line?: number[];
  /** The label of that flow. */
  lineLabel?: Partial<Box>;
}
const BASE = {
  A: { x: 100, y: 100, width: 100, height: 80 },
  B: { x: 400, y: 100, width: 100, height: 80 },
  pool: { x: 0, y: 0, width: 600, height: 300 },
  label: { x: 120, y: 190, width: 60, height: 14 },
  line: [200, 140, 400, 140],
  lineLabel: { x: 280, y: 110, width: 40, height: 14 },
};
const bounds = ({ x, y, width, height }: Box) =>
  `<dc:Bounds x="${x}" y="${y}" width="${width}" height="${height}"/>`;

function drawn({ A, B, pool, label, line = BASE.line, lineLabel }: Picture): string {
  const shape = (id: string, box: Box, more = '') =>
    `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}">${bounds(box)}${more}</bpmndi:BPMNShape>`;
  const points = line
    .flatMap((x, i) => (i % 2 === 0 ? `<di:waypoint x="${x}" y="${line[i + 1]}"/>` : []))
    .join('');
  return `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="Defs">
<bpmn:collaboration id="Co"><bpmn:participant id="Pool" name="Gemeente" processRef="P"/></bpmn:collaboration>
<bpmn:process id="P"><bpmn:task id="A" name="Aannemen"/><bpmn:task id="B" name="Toetsen"/><bpmn:sequenceFlow id="F" sourceRef="A" targetRef="B"/></bpmn:process>
<bpmndi:BPMNDiagram id="Dia"><bpmndi:BPMNPlane id="Pl" bpmnElement="Co">
${shape('Pool', { ...BASE.pool, ...pool })}
${shape('A', { ...BASE.A, ...A }, `<bpmndi:BPMNLabel>${bounds({ ...BASE.label, ...label })}</bpmndi:BPMNLabel>`)}
${shape('B', { ...BASE.B, ...B })}
<bpmndi:BPMNEdge id="F_di" bpmnElement="F">${points}<bpmndi:BPMNLabel>${bounds({ ...BASE.lineLabel, ...lineLabel })}</bpmndi:BPMNLabel></bpmndi:BPMNEdge>
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>
`;
}

/** What a text draws, as far as it differs from the base. */
function pictureOf(text: string): Picture {
  const part = (id: string) =>
    new RegExp(`<bpmndi:BPMN(\\w+) id="${id}_di".*?</bpmndi:BPMN\\1>`, 's').exec(text)![0];
  const boxes = (id: string) =>
    [...part(id).matchAll(/Bounds x="(.*?)" y="(.*?)" width="(.*?)" height="(.*?)"/g)].map(
      ([, x, y, width, height]) => ({
        x: Number(x),
        y: Number(y),
        width: Number(width),
        height: Number(height),
      }),
    );
  const line = [...part('F').matchAll(/waypoint x="(.*?)" y="(.*?)"/g)].flatMap(([, x, y]) => [
    Number(x),
    Number(y),
  ]);
  const found = {
    A: boxes('A')[0]!,
    label: boxes('A')[1]!,
    B: boxes('B')[0]!,
    pool: boxes('Pool')[0]!,
    lineLabel: boxes('F')[0]!,
    line,
  };
  const differing = (name: keyof typeof found): [string, unknown][] => {
    const [value, was] = [found[name], BASE[name]];
    if (JSON.stringify(value) === JSON.stringify(was)) return [];
    const changed = Object.entries(value).filter(([key, number]) => number !== Object(was)[key]);
    return [[name, Array.isArray(value) ? value : Object.fromEntries(changed)]];
  };
  return Object.fromEntries((Object.keys(found) as (keyof typeof found)[]).flatMap(differing));
}

const conflictsOf = (mine: Picture, theirs: Picture) =>
  mergeDiagrams(drawn({}), drawn(mine), drawn(theirs)).conflicts;
function merged(mine: Picture, theirs: Picture, take?: Choice): Picture {
  const texts = [drawn({}), drawn(mine), drawn(theirs)] as const;
  const { conflicts } = mergeDiagrams(...texts);
  const choices = take ? conflicts.map(({ id }) => ({ conflict: id, take })) : [];
  const made = mergeDiagrams(...texts, choices);
  expect(made.conflicts).toHaveLength(take ? 0 : conflicts.length);
  return pictureOf(made.text);
}
/** Merged without a question, in either order. */
function together(mine: Picture, theirs: Picture): Picture {
  expect([conflictsOf(mine, theirs), conflictsOf(theirs, mine)]).toEqual([[], []]);
  const result = merged(mine, theirs);
  expect(merged(theirs, mine)).toEqual(result);
  return result;
}
/** A question about this, answered by the one and by the other; until then all is as before. */
function asked(mine: Picture, theirs: Picture): string[] {
  expect(merged(mine, theirs)).toEqual({});
  expect(merged(mine, theirs, 'mine')).toEqual(mine);
  expect(merged(mine, theirs, 'theirs')).toEqual(theirs);
  return conflictsOf(mine, theirs).map(
    ({ elementId, property, base, mine: own, theirs: other }) =>
      `${elementId} ${property}: ${base} > ${own} | ${other}`,
  );
}

describe('A shape that both changed', () => {
  it('is where the one put it and as large as the other made it', () => {
    expect(together({ A: { x: 90 } }, { A: { width: 120 } })).toEqual({ A: { x: 90, width: 120 } });
    expect(together({ A: { y: 90 } }, { A: { height: 90 } })).toEqual({ A: { y: 90, height: 90 } });
    expect(together({ A: { x: 90 } }, { A: { x: 90 } })).toEqual({ A: { x: 90 } });
    expect(together({ A: { x: 90, width: 120 } }, { A: { x: 90 } })).toEqual({ A: { x: 90, width: 120 } });
  });

  it('is asked about where both moved it, also one across and one down', () => {
    expect(asked({ A: { x: 90 } }, { A: { x: 80 } })).toEqual(['A position: 100, 100 > 90, 100 | 80, 100']);
    expect(asked({ A: { x: 90 } }, { A: { y: 90 } })).toEqual(['A position: 100, 100 > 90, 100 | 100, 90']);
    expect(asked({ A: { width: 90 } }, { A: { width: 120 } })).toEqual([
      'A size: 100 × 80 > 90 × 80 | 120 × 80',
    ]);
    expect(asked({ A: { width: 90 } }, { A: { height: 90 } })).toEqual([
      'A size: 100 × 80 > 90 × 80 | 100 × 90',
    ]);
  });

  it('keeps the label that one of them moved', () => {
    expect(together({ A: { x: 90 } }, { label: { y: 200 } })).toEqual({ A: { x: 90 }, label: { y: 200 } });
    expect(together({ label: { width: 70 } }, { label: { y: 200 } })).toEqual({
      label: { y: 200, width: 70 },
    });
    expect(asked({ label: { x: 110 } }, { label: { y: 200 } })).toEqual([
      'A label: 120, 190 > 110, 190 | 120, 200',
    ]);
  });

  it('takes its label along with the answer about itself', () => {
    expect(asked({ A: { x: 90 }, label: { x: 110 } }, { A: { x: 80 }, label: { x: 100 } })).toEqual([
      'A position: 100, 100 > 90, 100 | 80, 100',
    ]);
  });
});

describe('A pool that both stretched', () => {
  it.each<[Partial<Box>, Partial<Box>, Partial<Box>]>([
    [{ width: 700 }, { height: 400 }, { width: 700, height: 400 }],
    [{ width: 700 }, { width: 650 }, { width: 700 }],
    [
      { x: -50, width: 650 },
      { x: -20, width: 620 },
      { x: -50, width: 650 },
    ],
    [{ x: -50, width: 650 }, { width: 700 }, { x: -50, width: 750 }],
    [
      { y: -30, height: 330 },
      { y: -60, height: 360 },
      { y: -60, height: 360 },
    ],
    [{ y: -30, height: 330 }, { height: 350 }, { y: -30, height: 380 }],
    [{ height: 310 }, { height: 340 }, { height: 340 }],
    [{ width: 550 }, { height: 400 }, { width: 550, height: 400 }],
  ])('of %j and %j holds both: %j', (mine, theirs, both) => {
    expect(together({ pool: mine }, { pool: theirs })).toEqual({ pool: both });
  });

  it.each<[Partial<Box>, Partial<Box>]>([
    [{ width: 700 }, { width: 550 }],
    [{ width: 580 }, { width: 550 }],
    [{ height: 290 }, { height: 310 }],
  ])('is asked about where one wants an edge further in: %j and %j', (mine, theirs) => {
    expect(asked({ pool: mine }, { pool: theirs })).toHaveLength(1);
  });
});

it('A pool that both made so narrow that nothing is left is asked about', () => {
  for (const [mine, theirs] of [
    [{ x: 500, width: 100 }, { width: 50 }],
    [{ y: 250, height: 50 }, { height: 20 }],
  ]) {
    expect(conflictsOf({ pool: mine! }, { pool: theirs! })).toHaveLength(1);
    const { width = 1, height = 1 } = merged({ pool: mine! }, { pool: theirs! }).pool ?? {};
    expect([width > 0, height > 0]).toEqual([true, true]);
  }
});

describe('A drawing that both changed', () => {
  /** Moved as a whole: every point and corner. */
  const moved = (text: string, dx: number, dy: number) =>
    text.replace(/ x="(.*?)" y="(.*?)"/g, (_, x, y) => ` x="${Number(x) + dx}" y="${Number(y) + dy}"`);

  it.each<[Picture, Picture]>([
    [{ pool: { x: -50, width: 650 } }, { pool: { x: -20, width: 620 } }],
    [{ pool: { x: -50, width: 650 } }, { pool: { x: 20, width: 580 } }],
    [{ pool: { x: 10, width: 590 } }, { pool: { x: 20, width: 580 } }],
    [{ pool: { y: -50, height: 350 } }, { pool: { y: 20, height: 280 } }],
    [{ pool: { y: -50, height: 350 } }, { pool: { y: -20, height: 320 } }],
    [{ pool: { width: 700 } }, { pool: { width: 550 } }],
    [{ A: { x: 90 } }, { A: { width: 120 } }],
    [
      { A: { y: 120 }, line: [200, 160, 400, 140] },
      { B: { y: 70 }, line: [200, 140, 400, 110] },
    ],
  ])('is brought together alike wherever it stands: %j and %j', (mine, theirs) => {
    const texts = [drawn({}), drawn(mine), drawn(theirs)] as const;
    const merging = mergeDiagrams(...texts);
    for (const [dx, dy] of [
      [1000, 500],
      [-2000, -900],
    ] as const) {
      const [base, one, other] = texts.map((text) => moved(text, dx, dy));
      const away = mergeDiagrams(base!, one!, other!);
      expect(away.text).toBe(moved(merging.text, dx, dy));
      expect(away.conflicts).toHaveLength(merging.conflicts.length);
    }
  });
});

describe('A flow whose ends were moved', () => {
  it('begins where the one and ends where the other led it', () => {
    const mine = { A: { y: 120 }, line: [200, 160, 400, 140] };
    const theirs = { B: { y: 70 }, line: [200, 140, 400, 110] };
    expect(together(mine, theirs)).toEqual({ A: { y: 120 }, B: { y: 70 }, line: [200, 160, 400, 110] });
  });

  it('keeps its bends where each led them', () => {
    const bent = [200, 140, 300, 140, 300, 140, 400, 140];
    const base = drawn({ line: bent });
    const mine = drawn({ A: { y: 120 }, line: [200, 160, 300, 160, 300, 140, 400, 140] });
    const theirs = drawn({ B: { y: 70 }, line: [200, 140, 300, 140, 300, 110, 400, 110] });
    for (const [one, other] of [
      [mine, theirs],
      [theirs, mine],
    ] as const) {
      const { text, conflicts } = mergeDiagrams(base, one, other);
      expect(conflicts).toEqual([]);
      expect(pictureOf(text).line).toEqual([200, 160, 300, 160, 300, 110, 400, 110]);
    }
  });

  it('bends near each end as the one led it who moved that end, where both bent all of it', () => {
    const base = drawn({ line: [200, 140, 300, 140, 300, 140, 400, 140] });
    const mine = drawn({ A: { y: 120 }, line: [200, 160, 310, 160, 310, 140, 400, 140] });
    const theirs = drawn({ B: { y: 70 }, line: [200, 140, 290, 140, 290, 110, 400, 110] });
    for (const { text, conflicts } of [mergeDiagrams(base, mine, theirs), mergeDiagrams(base, theirs, mine)])
      expect([conflicts, pictureOf(text).line]).toEqual([[], [200, 160, 310, 160, 290, 110, 400, 110]]);
  });

  it('has the bends of the one who made more of them', () => {
    const mine = { A: { y: 120 }, line: [200, 160, 300, 160, 300, 140, 400, 140] };
    const theirs = { B: { y: 70 }, line: [200, 140, 400, 110] };
    expect(together(mine, theirs).line).toEqual([200, 160, 300, 160, 300, 140, 400, 110]);
  });

  it('is asked about where both drew it otherwise between things that stayed', () => {
    expect(asked({ line: [200, 130, 400, 140] }, { line: [200, 150, 400, 140] })).toEqual([
      'F waypoints: 200, 140 → 400, 140 > 200, 130 → 400, 140 | 200, 150 → 400, 140',
    ]);
  });

  it('takes its label along with the answer about itself', () => {
    const mine = { line: [200, 130, 400, 140], lineLabel: { y: 100 } };
    const theirs = { line: [200, 150, 400, 140], lineLabel: { y: 120 } };
    expect(asked(mine, theirs)).toEqual([
      'F waypoints: 200, 140 → 400, 140 > 200, 130 → 400, 140 | 200, 150 → 400, 140',
    ]);
  });

  it('goes along with the answer about an end that both moved', () => {
    const mine = { A: { y: 120 }, line: [200, 160, 400, 140] };
    const theirs = { A: { y: 80 }, line: [200, 120, 400, 140] };
    expect(asked(mine, theirs)).toEqual(['A position: 100, 100 > 100, 120 | 100, 80']);
  });
});
