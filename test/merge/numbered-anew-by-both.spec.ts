import { describe, expect, it } from '@jest/globals';
import { mergeDiagrams } from '#bpmn';

/** Steps one after the other, numbered from T1, with their flows. */
const row = (...names: string[]) =>
  `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:x"><process id="P">
${names.map((name, i) => `<userTask id="T${i + 1}" name="${name}"/>`).join('\n')}
${names
  .slice(1)
  .map((_, i) => `<sequenceFlow id="F${i + 1}" sourceRef="T${i + 1}" targetRef="T${i + 2}"/>`)
  .join('\n')}
</process></definitions>`;

/** The flows of a diagram by the names of what they connect. */
function flowsOf(text: string): string[] {
  const names = new Map(
    [...text.matchAll(/<userTask id="(\w+)" name="(\w+)"/g)].map(([, id, name]) => [id, name]),
  );
  return [...text.matchAll(/sourceRef="(\w+)" targetRef="(\w+)"/g)]
    .map(([, source, target]) => `${names.get(source)} > ${names.get(target)}`)
    .sort();
}

describe('Two people put in another step at one place, and their tools number all ids anew', () => {
  const base = row('Aannemen', 'Wegen', 'Besluiten', 'Versturen');
  const mine = row('Aannemen', 'Horen', 'Wegen', 'Besluiten', 'Versturen');
  const theirs = row('Aannemen', 'Toetsen', 'Wegen', 'Besluiten', 'Versturen');
  const { conflicts } = mergeDiagrams(base, mine, theirs);

  it('asks once, and offers to put one step after the other', () => {
    expect(
      conflicts.map(({ kind, mine, theirs, oneAfterOther }) => [kind, mine, theirs, oneAfterOther]),
    ).toEqual([['rerouted', 'Horen', 'Toetsen', true]]);
  });

  it.each([
    [
      'mineFirst',
      [
        'Aannemen > Horen',
        'Besluiten > Versturen',
        'Horen > Toetsen',
        'Toetsen > Wegen',
        'Wegen > Besluiten',
      ],
    ],
    [
      'theirsFirst',
      [
        'Aannemen > Toetsen',
        'Besluiten > Versturen',
        'Horen > Wegen',
        'Toetsen > Horen',
        'Wegen > Besluiten',
      ],
    ],
  ] as const)('keeps both steps: %s', (take, flows) => {
    const merged = mergeDiagrams(base, mine, theirs, [{ conflict: conflicts[0]!.id, take }]);
    expect(merged.conflicts).toEqual([]);
    expect(flowsOf(merged.text)).toEqual(flows);
  });

  it('keeps both steps also before the last one, where the new flow has an id that the base lacks', () => {
    const [first, second] = ['Horen', 'Toetsen'].map((name) =>
      row('Aannemen', 'Wegen', 'Besluiten', name, 'Versturen'),
    );
    const asked = mergeDiagrams(base, first!, second!).conflicts;
    expect(asked.map(({ kind, oneAfterOther }) => [kind, oneAfterOther])).toEqual([['rerouted', true]]);
    const merged = mergeDiagrams(base, first!, second!, [{ conflict: asked[0]!.id, take: 'mineFirst' }]);
    expect(merged.conflicts).toEqual([]);
    expect(flowsOf(merged.text)).toEqual([
      'Aannemen > Wegen',
      'Besluiten > Horen',
      'Horen > Toetsen',
      'Toetsen > Versturen',
      'Wegen > Besluiten',
    ]);
  });

  it('keeps one step where both put in the same', () => {
    const merged = mergeDiagrams(base, mine, mine);
    expect(merged.conflicts).toEqual([]);
    expect(flowsOf(merged.text)).toEqual(flowsOf(mine));
  });
});
