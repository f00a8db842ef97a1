// Comparing two diagrams, measured against parsing them, reading them, larger diagrams, and bpmn-js-differ on
// real pairs.
import { compareDiagrams, readDiagramText } from '#bpmn';
import { parseXml } from '../../dist/libs/bpmn/src/xml/xml-tree.js';
import { alternating, eachOnItsOwn, shown } from './alternating.mjs';
import { againstDiffer } from './differ.mjs';
import { growing, growthRow } from './growth.mjs';
import { madeDiagram } from './made-diagram.mjs';
import { CHANGED, roundsFor } from './versions-of-a-diagram.mjs';

const BOUND_AT = 1_000;
const parse = (text) => parseXml(text, () => undefined);

/** @returns rows */
export async function measure() {
  const times = await growing((nodes) => {
    const first = madeDiagram(nodes);
    return Object.fromEntries(
      Object.entries(CHANGED).flatMap(([name, settings]) => {
        const second = madeDiagram(nodes, settings);
        return [
          [`parsing ${name}`, () => void [first, second].map(parse)],
          [name, () => void compareDiagrams(first, second)],
        ];
      }),
    );
  });
  const names = Object.keys(CHANGED);
  return [
    ...names.map((name, index) => {
      const [ours, parsing] = [times[name][BOUND_AT], times[`parsing ${name}`][BOUND_AT]];
      return {
        key: `compare.ratio.${index}`,
        name: `comparing two diagrams of ${shown(BOUND_AT)} nodes, ${name} (time ÷ only parsing both)`,
        ratio: ours / parsing,
        target: '≤ 1.5',
        detail: `${shown(ours)} ms, parsing included; ${shown(parsing)} ms`,
        figures: { compared: [ours, 'ms'], parsed: [parsing, 'ms'] },
      };
    }),
    ...(await againstReading()),
    growthRow('compare.growth.parsing', 'only parsing both', times[`parsing ${names[0]}`], null),
    ...names.map((name, index) => growthRow(`compare.growth.${index}`, `comparing, ${name}`, times[name])),
    ...(await againstDiffer()),
  ];
}

/** The cost of opening both diagrams, which every reader pays anyway. */
async function againstReading() {
  const first = madeDiagram(BOUND_AT);
  const rows = [];
  for (const [index, [name, settings]] of Object.entries(CHANGED).entries()) {
    const both = [first, madeDiagram(BOUND_AT, settings)];
    const contenders = {
      ours: () => void compareDiagrams(...both),
      reading: () => both.forEach((text) => void readDiagramText(text)),
    };
    const { ours, reading } = await alternating(eachOnItsOwn(contenders), roundsFor(BOUND_AT));
    rows.push({
      key: `compare.reading.${index}`,
      name: `comparing two diagrams of ${shown(BOUND_AT)} nodes, ${name} (time ÷ reading both)`,
      ratio: ours / reading,
      detail: `${shown(ours)} ms, parsing included; ${shown(reading)} ms`,
      figures: { compared: [ours, 'ms'], read: [reading, 'ms'] },
    });
  }
  return rows;
}
