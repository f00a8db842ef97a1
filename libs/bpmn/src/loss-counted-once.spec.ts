import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { process } from './diagram.fixture.js';
import { MAX_LISTED, lossBetween } from './round-trip-loss.js';

interface Node {
  id: number | undefined;
  kept: boolean;
  note: string | undefined;
  noteKept: boolean;
  children: Node[];
}
const node: fc.Arbitrary<Node> = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.record({
    id: fc.option(fc.nat(9_999), { nil: undefined }),
    kept: fc.boolean(),
    note: fc.option(fc.constantFrom('a', 'b'), { nil: undefined }),
    noteKept: fc.boolean(),
    children: fc.oneof(
      { depthSize: 'small' },
      fc.constant<Node[]>([]),
      fc.array(tie('node'), { maxLength: 4 }),
    ),
  }),
})).node;

/** Each with an id of its own: the same twice is another test. */
function numbered(nodes: Node[], used = new Set<number>()): Node[] {
  return nodes.map((one) => {
    let id = one.id ?? 10_000;
    while (used.has(id)) id++;
    used.add(id);
    return { ...one, id, children: numbered(one.children, used) };
  });
}
const written = (nodes: Node[], whole: boolean): string =>
  nodes
    .filter(({ kept }) => whole || kept)
    .map(({ id, note, noteKept, children }) => {
      const attribute = note !== undefined && (whole || noteKept) ? ` v:note="${note}" xmlns:v="urn:v"` : '';
      return `<bpmn:subProcess id="S${id}"${attribute}>${written(children, whole)}</bpmn:subProcess>`;
    })
    .join('');
/** What is gone, each thing with what is in it once. */
const gone = (nodes: Node[]): string[] =>
  nodes.flatMap(({ id, kept, note, noteKept, children }) =>
    kept
      ? [...(note !== undefined && !noteKept ? [`v:note of S${id}`] : []), ...gone(children)]
      : [`element S${id}`],
  );
const told = (before: string, after: string) =>
  lossBetween(before, after).losses.map(({ code, params }) =>
    code === 'attribute' ? `${params.name} of ${params.id}` : `${code} ${params.id}`,
  );

describe('A loss', () => {
  it('is reported once for each thing that is gone, and not for what was in it', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (some) => {
        const nodes = numbered(some);
        const [before, after] = [process(written(nodes, true)), process(written(nodes, false))];
        const own = told(before, after).filter((loss) => !loss.startsWith('xmlns'));
        expect(own.sort()).toEqual(gone(nodes).sort());
        expect(lossBetween(after, after)).toEqual({ total: 0, losses: [] });
      }),
    );
  });

  it('is counted for each of several alike, whichever are left', () => {
    const lists = (count: number) => '<bpmn:documentation>Zo</bpmn:documentation>'.repeat(count);
    for (let before = 0; before <= 4; before++)
      for (let after = 0; after <= 4; after++)
        expect(lossBetween(process(lists(before)), process(lists(after))).total).toBe(
          Math.max(0, before - after),
        );
  });

  it('of an element that stands elsewhere is reported where it was, without what is in it', () => {
    const inner = '<bpmn:subProcess id="I"><bpmn:task id="T"/></bpmn:subProcess>';
    const before = process(`<bpmn:subProcess id="O">${inner}</bpmn:subProcess>`);
    const after = process(`<bpmn:subProcess id="O"/>${inner}`);
    expect(told(before, after)).toEqual(['element I']);
    expect(told(after, before)).toEqual(['element I']);
  });

  it('of a value that became another is one, of two values two', () => {
    const step = (name: string, note: string, text: string) =>
      process(`<bpmn:task id="A" name="${name}" xmlns:v="urn:v" v:note="${note}">${text}</bpmn:task>`);
    expect(told(step('Een', 'x', 'y'), step('Twee', 'x', 'y'))).toEqual(['name of A']);
    expect(told(step('Een', 'x', 'y'), step('Twee', 'z', 'y'))).toEqual(['name of A', 'v:note of A']);
    expect(told(step('Een', 'x', 'y'), step('Een', 'x', ''))).toEqual(['text A']);
  });

  it('is listed up to the limit, and counted beyond it', () => {
    const tasks = (count: number) =>
      process(Array.from({ length: count }, (_, n) => `<bpmn:task id="T${n}"/>`).join(''));
    for (const count of [MAX_LISTED - 1, MAX_LISTED, MAX_LISTED + 1]) {
      const { total, losses } = lossBetween(tasks(count), tasks(0));
      expect([total, losses.length]).toEqual([count, Math.min(count, 100)]);
    }
  });

  it('of comments is their number, and never less than none', () => {
    const comments = (count: number) => process('<!-- x -->'.repeat(count));
    expect(lossBetween(comments(3), comments(1)).losses).toEqual([
      { code: 'comments', params: { count: 2 } },
    ]);
    expect(lossBetween(comments(1), comments(3))).toEqual({ total: 0, losses: [] });
  });

  it('shows a long value cut to 200 characters, and a shorter one whole', () => {
    const note = (length: number) =>
      process(`<bpmn:task id="A" xmlns:v="urn:v" v:note="${'x'.repeat(length)}"/>`);
    const shown = (length: number) => lossBetween(note(length), note(1)).losses[0]!.params.value!;
    expect(shown(200)).toBe('x'.repeat(200));
    expect(shown(201).length).toBeLessThanOrEqual(201);
    expect(shown(201)).not.toBe('x'.repeat(201));
  });

  it('is everything where what was written is no XML, and nothing where the original is none', () => {
    expect(lossBetween(process('<bpmn:task id="A"/>'), '<broken')).toMatchObject({ total: 1 });
    expect(lossBetween('<broken', process(''))).toEqual({ total: 0, losses: [] });
  });
});
