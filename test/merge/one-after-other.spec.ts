import { describe, expect, it } from '@jest/globals';
import { mergeDiagrams } from '#bpmn';

type Step = [id: string, x: number, y: number];
type Flow = [id: string, source: string, target: string, ...points: number[]];

/** Steps of 100 × 80, and flows with their points; the lists of each step as editors write them. */
function drawn(steps: Step[], flows: Flow[]): string {
  const lists = (step: string) =>
    [
      ...flows
        .filter(([, , target]) => target === step)
        .map(([id]) => `<bpmn:incoming>${id}</bpmn:incoming>`),
      ...flows.filter(([, source]) => source === step).map(([id]) => `<bpmn:outgoing>${id}</bpmn:outgoing>`),
    ].join('');
  return `<?xml version="1.0"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" id="Defs">
<bpmn:process id="P">
${steps.map(([id]) => `<bpmn:task id="${id}" name="Stap ${id}">${lists(id)}</bpmn:task>`).join('\n')}
${flows.map(([id, source, target]) => `<bpmn:sequenceFlow id="${id}" sourceRef="${source}" targetRef="${target}"/>`).join('\n')}
</bpmn:process>
<bpmndi:BPMNDiagram id="Dia"><bpmndi:BPMNPlane id="Pl" bpmnElement="P">
${steps.map(([id, x, y]) => `<bpmndi:BPMNShape id="${id}_di" bpmnElement="${id}"><dc:Bounds x="${x}" y="${y}" width="100" height="80"/></bpmndi:BPMNShape>`).join('\n')}
${flows
  .map(
    ([id, , , ...points]) =>
      `<bpmndi:BPMNEdge id="${id}_di" bpmnElement="${id}">${points.map((x, i) => (i % 2 ? '' : `<di:waypoint x="${x}" y="${points[i + 1]}"/>`)).join('')}</bpmndi:BPMNEdge>`,
  )
  .join('\n')}
</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>
`;
}
/** Each flow with what it leads from and to and its line, and the lists of each step. */
function read(text: string) {
  const flows = [...text.matchAll(/<bpmn:sequenceFlow id="(\w+)" sourceRef="(\w+)" targetRef="(\w+)"/g)];
  return {
    flows: flows.map(([, id, source, target]) => {
      const edge = new RegExp(`bpmnElement="${id}">(.*?)</bpmndi:BPMNEdge>`, 's').exec(text)![1]!;
      const points = [...edge.matchAll(/x="(.*?)" y="(.*?)"/g)].map(([, x, y]) => `${x},${y}`).join(' ');
      return `${id}: ${source} > ${target} (${points})`;
    }),
    lists: Object.fromEntries(
      [...text.matchAll(/<bpmn:task id="(\w+)".*?>(.*?)<\/bpmn:task>/gs)].map(([, id, lists]) => [
        id,
        [...lists!.matchAll(/<bpmn:(in|out)\w+>(\w+)/g)].map(([, way, flow]) => `${way} ${flow}`).join(', '),
      ]),
    ),
  };
}

/** The corner of each step. */
const placesIn = (text: string) =>
  Object.fromEntries(
    [...text.matchAll(/bpmnElement="(\w+)"><dc:Bounds x="(.*?)" y="(.*?)"/g)].map(([, id, x, y]) => [
      id,
      `${x},${y}`,
    ]),
  );

// A at the left, B at the right; mine is put above, theirs below the flow between them.
const ENDS: Step[] = [
  ['A', 0, 200],
  ['B', 600, 200],
];
const base = drawn(ENDS, [['F', 'A', 'B', 100, 240, 600, 240]]);
const mine = drawn(
  [...ENDS, ['M', 300, 0]],
  [
    ['F', 'A', 'M', 100, 240, 200, 240, 200, 40, 300, 40],
    ['FM', 'M', 'B', 400, 40, 500, 40, 500, 240, 600, 240],
  ],
);
const theirs = drawn(
  [...ENDS, ['T', 300, 400]],
  [
    ['F', 'A', 'T', 100, 240, 300, 440],
    ['FT', 'T', 'B', 400, 440, 600, 240],
  ],
);

describe('Two steps that both put into one flow', () => {
  const [conflict] = mergeDiagrams(base, mine, theirs).conflicts;
  const taking = (take: 'mineFirst' | 'theirsFirst') => {
    const { text, conflicts } = mergeDiagrams(base, mine, theirs, [{ conflict: conflict!.id, take }]);
    expect(conflicts).toEqual([]);
    return read(text);
  };

  it('stand one after the other, mine first', () => {
    expect(taking('mineFirst')).toEqual({
      flows: [
        'F: A > M (100,240 200,240 200,40 300,40)',
        // From the lower border of M straight down to the upper border of T.
        'FM: M > T (350,80 350,400)',
        'FT: T > B (400,440 600,240)',
      ],
      lists: { A: 'out F', B: 'in FT', M: 'in F, out FM', T: 'in FM, out FT' },
    });
  });

  it('stand one after the other, theirs first', () => {
    expect(taking('theirsFirst')).toEqual({
      flows: [
        'F: A > T (100,240 300,440)',
        'FM: M > B (400,40 500,40 500,240 600,240)',
        'FT: T > M (350,400 350,80)',
      ],
      lists: { A: 'out F', B: 'in FM', M: 'in FT, out FM', T: 'in F, out FT' },
    });
  });
});

it('Two steps stand one after the other also where other things are called by their ids or show them', () => {
  const full = (text: string) =>
    text
      .replace(
        /(<bpmn:task id="A".*?>)/,
        '$1<bpmn:extensionElements><v:way xmlns:v="urn:v" id="FM" sourceRef="A" targetRef="B"/></bpmn:extensionElements>',
      )
      .replace(
        '<bpmndi:BPMNDiagram id="Dia">',
        '<bpmndi:BPMNDiagram id="Inside"><bpmndi:BPMNPlane id="InM" bpmnElement="M"/></bpmndi:BPMNDiagram>$&',
      );
  const texts = [full(base), full(mine), full(theirs)] as const;
  const [conflict] = mergeDiagrams(...texts).conflicts;
  const { text } = mergeDiagrams(...texts, [{ conflict: conflict!.id, take: 'mineFirst' }]);
  expect(read(text).flows).toEqual([
    'F: A > M (100,240 200,240 200,40 300,40)',
    'FM: M > T (350,80 350,400)',
    'FT: T > B (400,440 600,240)',
  ]);
  expect(text).toContain('<v:way xmlns:v="urn:v" id="FM" sourceRef="A" targetRef="B"/>');
});

it('A step that one put into a flow which the other removed is told as cut off by the removal', () => {
  const removed = drawn(ENDS, []);
  const told = (one: string, other: string) =>
    mergeDiagrams(base, one, other).conflicts.map(({ elementId, kind, cutOff }) => [elementId, kind, cutOff]);
  expect(told(removed, theirs)).toEqual([['F', 'removed', { mine: [{ id: 'T', name: 'Stap T' }] }]]);
  expect(told(mine, removed)).toEqual([['F', 'removed', { theirs: [{ id: 'M', name: 'Stap M' }] }]]);
});

it('A step to which one led two flows of a step that the other removed is told as cut off once', () => {
  const more: Step = ['X', 300, 200];
  const steps: Step[] = [...ENDS, ['C', 600, 400]];
  const start = drawn(
    [...steps, more],
    [
      ['F', 'X', 'B', 0, 0, 0, 0],
      ['G', 'X', 'C', 0, 0, 0, 0],
    ],
  );
  const removed = drawn(steps, []);
  const led = drawn(
    [...steps, more, ['T', 450, 0]],
    [
      ['F', 'X', 'T', 0, 0, 0, 0],
      ['G', 'X', 'T', 0, 0, 0, 0],
    ],
  );
  expect(mergeDiagrams(start, removed, led).conflicts.map(({ cutOff }) => cutOff)).toEqual([
    { mine: ['B', 'C', 'T'].map((id) => ({ id, name: `Stap ${id}` })) },
  ]);
});

describe('Two steps that both put before the end of one flow', () => {
  /** As above, but the flow that was there leads from the new step now, and a new one leads to it. */
  const put = (id: 'M' | 'T', x: number, y: number) =>
    drawn(
      [...ENDS, [id, x, y]],
      [
        ['F', id, 'B', x + 100, y + 40, 600, 240],
        [`F${id}`, 'A', id, 100, 240, x, y + 40],
      ],
    );
  const mineFirst = (one: string, other: string, start = base) => {
    const merged = mergeDiagrams(start, one, other);
    const decisions = merged.conflicts.map(({ id }) => ({ conflict: id, take: 'mineFirst' as const }));
    expect(decisions).toHaveLength(1);
    const { text, conflicts } = mergeDiagrams(start, one, other, decisions);
    expect(conflicts).toEqual([]);
    return text;
  };

  it('stand one after the other, with the line of the flow that got another source straight', () => {
    expect(read(mineFirst(put('M', 300, 0), put('T', 300, 400)))).toEqual({
      flows: [
        'F: T > B (400,440 600,240)',
        'FM: A > M (100,240 300,40)',
        // From the lower border of M straight down to the upper border of T.
        'FT: M > T (350,80 350,400)',
      ],
      lists: { A: 'out FM', B: 'in F', M: 'in FM, out FT', T: 'in FT, out F' },
    });
  });

  it('stand before and behind two in a row that the other put there', () => {
    const row = drawn(
      [...ENDS, ['M', 200, 0], ['N', 400, 0]],
      [
        ['F', 'N', 'B', 500, 40, 600, 240],
        ['FM', 'A', 'M', 100, 240, 200, 40],
        ['FN', 'M', 'N', 300, 40, 400, 40],
      ],
    );
    const chain = (text: string) =>
      read(text)
        .flows.map((flow) => flow.replace(/^.*: | \(.*$/g, ''))
        .sort();
    expect(chain(mineFirst(row, put('T', 300, 400)))).toEqual(['A > M', 'M > N', 'N > T', 'T > B']);
    expect(chain(mineFirst(put('T', 300, 400), row))).toEqual(['A > T', 'M > N', 'N > B', 'T > M']);
  });

  it('stand side by side where both were drawn in one place', () => {
    const text = mineFirst(put('M', 300, 200), put('T', 310, 210));
    expect(placesIn(text)).toEqual({ A: '0,200', B: '600,200', M: '300,200', T: '450,210' });
    expect(read(text).flows).toEqual([
      'F: T > B (550,250 600,240)',
      'FM: A > M (100,240 300,240)',
      'FT: M > T (400,243 450,247)',
    ]);
  });

  it('keep what vendors say, and their lists stand behind documentation and extensions', () => {
    const said = (text: string) =>
      text
        .replaceAll('<bpmn:sequenceFlow ', '<bpmn:sequenceFlow v:sourceRef="blijft" ')
        .replaceAll(
          /(<bpmn:task .*?>)/g,
          '$1<bpmn:documentation>d</bpmn:documentation><bpmn:extensionElements/>',
        )
        .replace('id="Defs"', 'xmlns:v="urn:vendor" id="Defs"');
    const text = mineFirst(said(put('M', 300, 0)), said(put('T', 300, 400)), said(base));
    expect(text.match(/v:sourceRef="blijft"/g)).toHaveLength(3);
    for (const [, inside] of text.matchAll(/<bpmn:task .*?>(.*?)<\/bpmn:task>/gs))
      expect([...inside!.matchAll(/<bpmn:(\w+)/g)].map(([, local]) => local).join(' ')).toMatch(
        /^documentation extensionElements( incoming)*( outgoing)*$/,
      );
  });
});

describe('Two steps that both put in one place of a flow', () => {
  /** Both put a step at a place of the flow from A to B, beside which there is another, C. */
  const taking = (
    take: 'mineFirst' | 'theirsFirst',
    [a, b, c, at]: [[number, number], [number, number], [number, number], [number, number]],
  ) => {
    const steps: Step[] = [
      ['A', ...a],
      ['B', ...b],
      ['C', ...c],
    ];
    const middle = ([x, y]: [number, number]) => [x + 50, y + 40] as const;
    const start = drawn(steps, [['F', 'A', 'B', ...middle(a), ...middle(b)]]);
    const put = (id: string) =>
      drawn(
        [...steps, [id, ...at]],
        [
          ['F', 'A', id, ...middle(a), ...middle(at)],
          [`F${id}`, id, 'B', ...middle(at), ...middle(b)],
        ],
      );
    const [conflict] = mergeDiagrams(start, put('M'), put('T')).conflicts;
    const { text } = mergeDiagrams(start, put('M'), put('T'), [{ conflict: conflict!.id, take }]);
    return { ...placesIn(text), flows: read(text).flows };
  };

  it('stand one after the other, and what follows makes room', () => {
    expect(
      taking('mineFirst', [
        [0, 0],
        [300, 0],
        [300, 200],
        [150, 0],
      ]),
    ).toEqual({
      A: '0,0',
      M: '150,0',
      T: '300,0',
      B: '450,0',
      C: '450,200',
      flows: ['F: A > M (50,40 200,40)', 'FM: M > T (250,40 300,40)', 'FT: T > B (350,40 500,40)'],
    });
    expect(
      taking('theirsFirst', [
        [0, 0],
        [300, 0],
        [300, 200],
        [150, 0],
      ]),
    ).toMatchObject({
      T: '150,0',
      M: '300,0',
      B: '450,0',
    });
  });

  it('stand one below the other where the flow goes down, and to the left where it goes to the left', () => {
    expect(
      taking('mineFirst', [
        [0, 0],
        [0, 260],
        [200, 260],
        [0, 130],
      ]),
    ).toMatchObject({
      M: '0,130',
      T: '0,260',
      B: '0,390',
      C: '200,390',
    });
    expect(
      taking('mineFirst', [
        [600, 0],
        [300, 0],
        [300, 200],
        [450, 0],
      ]),
    ).toMatchObject({
      A: '600,0',
      M: '450,0',
      T: '300,0',
      B: '150,0',
      C: '150,200',
    });
  });
});

it('A flow that one led past a step which he removed keeps its line where that is kept, and else has the new one', () => {
  const x: Step = ['X', 300, 200];
  const start = drawn(
    [...ENDS, x],
    [
      ['F', 'A', 'X', 100, 240, 300, 240],
      ['G', 'X', 'B', 400, 240, 600, 240],
    ],
  );
  const past = drawn(ENDS, [['F', 'A', 'B', 100, 240, 350, 100, 600, 240]]);
  const renamed = start.replace('Stap X', 'Stap Y');
  for (const [one, other, removing] of [
    [past, renamed, 'mine'],
    [renamed, past, 'theirs'],
  ] as const) {
    const { text, conflicts } = mergeDiagrams(start, one, other);
    const kept = ['F: A > X (100,240 300,240)', 'G: X > B (400,240 600,240)'];
    expect([conflicts.length, read(text).flows]).toEqual([1, kept]);
    const taking = (take: 'mine' | 'theirs') =>
      read(mergeDiagrams(start, one, other, [{ conflict: conflicts[0]!.id, take }]).text).flows;
    expect(taking(removing)).toEqual(['F: A > B (100,240 350,100 600,240)']);
    expect(taking(removing === 'mine' ? 'theirs' : 'mine')).toEqual(kept);
  }
});

describe('Two changes of one flow of which one is no insertion', () => {
  const more: Step = ['C', 300, 200];
  const start = (...flows: Flow[]) => drawn([...ENDS, more], [['F', 'A', 'B', 0, 0, 9, 9], ...flows]);
  const put = drawn(
    [...ENDS, more, ['T', 300, 400]],
    [
      ['F', 'A', 'T', 0, 0, 9, 9],
      ['FT', 'T', 'B', 0, 0, 9, 9],
    ],
  );
  const other: Step[] = [...ENDS, more, ['M', 300, 0], ['N', 300, 100]];
  it.each<[string, Step[], Flow[]]>([
    [
      'leads it to a step that was there, from which a new flow leads on',
      [...ENDS, more],
      [
        ['F', 'A', 'C', 0, 0, 9, 9],
        ['FC', 'C', 'B', 0, 0, 9, 9],
      ],
    ],
    [
      'leads it from a step that was there, to which a new flow leads',
      [...ENDS, more],
      [
        ['F', 'C', 'B', 0, 0, 9, 9],
        ['FC', 'A', 'C', 0, 0, 9, 9],
      ],
    ],
    [
      'leads it between two new steps',
      other,
      [
        ['F', 'M', 'N', 0, 0, 9, 9],
        ['FM', 'A', 'M', 0, 0, 9, 9],
        ['FN', 'N', 'B', 0, 0, 9, 9],
      ],
    ],
    [
      'leads it to a new step that leads elsewhere',
      other,
      [
        ['F', 'A', 'M', 0, 0, 9, 9],
        ['FM', 'M', 'C', 0, 0, 9, 9],
      ],
    ],
  ])('are asked about as two ways: it %s', (_, steps, flows) => {
    for (const texts of [
      [drawn(steps, flows), put],
      [put, drawn(steps, flows)],
    ] as const)
      expect(
        mergeDiagrams(start(), ...texts).conflicts.map(({ elementId, kind, oneAfterOther }) => [
          elementId,
          kind,
          oneAfterOther ?? false,
        ]),
      ).toEqual([['F', 'rerouted', false]]);
  });

  it('are two ways where one leads a flow that was there out of the new step', () => {
    const base = start(['G', 'C', 'B', 0, 0, 9, 9]);
    const led = drawn(
      [...ENDS, more, ['M', 300, 0]],
      [
        ['F', 'A', 'M', 0, 0, 9, 9],
        ['G', 'M', 'B', 0, 0, 9, 9],
      ],
    );
    const theirs = drawn(
      [...ENDS, more, ['T', 300, 400]],
      [
        ['F', 'A', 'T', 0, 0, 9, 9],
        ['FT', 'T', 'B', 0, 0, 9, 9],
        ['G', 'C', 'B', 0, 0, 9, 9],
      ],
    );
    expect(mergeDiagrams(base, led, theirs).conflicts.map(({ oneAfterOther }) => oneAfterOther)).toEqual([
      undefined,
    ]);
  });
});
