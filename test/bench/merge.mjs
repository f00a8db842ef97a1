// Merging, measured against parsing the three diagrams, and with larger diagrams.
import { mergeDiagrams } from '#bpmn';
import { parseXml } from '../../dist/libs/bpmn/src/xml/xml-tree.js';
import { shown } from './alternating.mjs';
import { growing, growthRow } from './growth.mjs';
import { madeDiagram } from './made-diagram.mjs';
import { CHANGED, THEIRS } from './versions-of-a-diagram.mjs';

const SHOWN_AT = 1_000;
const parse = (text) => parseXml(text, () => undefined);

/** @returns rows */
export async function measure() {
  const times = await growing((nodes) => {
    const [base, theirs] = [madeDiagram(nodes), madeDiagram(nodes, THEIRS)];
    return {
      parsing: () => void [base, theirs, base].map(parse),
      ...Object.fromEntries(
        Object.entries(CHANGED).map(([name, settings]) => {
          const mine = madeDiagram(nodes, settings);
          return [name, () => void mergeDiagrams(base, mine, theirs)];
        }),
      ),
    };
  });
  const [name] = Object.keys(CHANGED);
  const [ours, parsing] = [times[name][SHOWN_AT], times.parsing[SHOWN_AT]];
  return [
    {
      key: 'merge.ratio',
      name: `merging two versions of a diagram of ${shown(SHOWN_AT)} nodes (time ÷ only parsing all three)`,
      ratio: ours / parsing,
      detail: `${shown(ours)} ms, parsing included; ${shown(parsing)} ms`,
      figures: { merged: [ours, 'ms'], parsed: [parsing, 'ms'] },
    },
    ...Object.keys(CHANGED).map((changed, index) =>
      growthRow(`merge.growth.${index}`, `merging, mine ${changed}`, times[changed]),
    ),
  ];
}
