// Our comparison against bpmn-js-differ on pairs of diagrams: time, what each finds, and on how many pairs
// each throws.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { diff } from 'bpmn-js-differ';
import { BpmnModdle } from 'bpmn-moddle';
import { compareDiagrams } from '#bpmn';
import { alternating, shown } from './alternating.mjs';

const CORPUS = process.env.CORPUS_DIR ?? '../shared';
const CASES = 'test/compare';
const ROUNDS = 5;

/** @returns rows; real pairs take part only when the corpus is available */
export async function againstDiffer() {
  const real = [
    ...pairsIn(join(CORPUS, 'corpus/pairs'), 'old.bpmn', 'new.bpmn'),
    ...knownPairs(join(CORPUS, 'compare')),
  ];
  const made = pairsIn(CASES, 'before.bpmn', 'after.bpmn');
  const source =
    real.length > 0
      ? `${real.length} pairs of the corpus and ${made.length} of ${CASES}`
      : `${made.length} pairs of ${CASES}; the corpus is not there (CORPUS_DIR)`;
  const pairs = [...real, ...made];
  const { ours, theirs } = await alternating(
    {
      ours: () => pairs.forEach(([before, after]) => void compareDiagrams(before, after)),
      theirs: async () => {
        for (const [before, after] of pairs) await elementsByDiffer(before, after).catch(() => undefined);
      },
    },
    { rounds: ROUNDS },
  );
  const found = await foundIn(pairs);
  return [
    {
      key: 'differ.time',
      name: 'comparing pairs of diagrams from their texts (time ÷ bpmn-moddle with bpmn-js-differ)',
      ratio: ours / theirs,
      detail: `${shown(ours)} ms; ${shown(theirs)} ms; ${source}`,
      figures: { ours: [ours, 'ms'], differ: [theirs, 'ms'], pairs: [pairs.length, 'pairs'] },
    },
    {
      key: 'differ.found',
      name: 'elements in those pairs with a changed meaning, by our comparison (found by bpmn-js-differ ÷ by us)',
      ratio: found.byBoth / found.ours,
      detail: `${found.byBoth} of ${found.ours}; it also reports ${found.differAlone} that only have another id or notation; it throws on ${found.differThrows} pairs, we on ${found.weThrow}`,
      figures: {
        ours: [found.ours, 'elements'],
        byBoth: [found.byBoth, 'elements'],
        differAlone: [found.differAlone, 'elements'],
        differThrows: [found.differThrows, 'pairs'],
        weThrow: [found.weThrow, 'pairs'],
      },
    },
  ];
}

async function foundIn(pairs) {
  const found = { ours: 0, byBoth: 0, differAlone: 0, differThrows: 0, weThrow: 0 };
  for (const [before, after] of pairs) {
    const mine = elementsByUs(before, after);
    const theirs = await elementsByDiffer(before, after).catch(() => undefined);
    if (!mine) found.weThrow += 1;
    if (!theirs) found.differThrows += 1;
    found.ours += mine?.size ?? 0;
    for (const id of theirs ?? []) {
      if (mine?.has(id)) found.byBoth += 1;
      else found.differAlone += 1;
    }
  }
  return found;
}

function elementsByUs(before, after) {
  try {
    return new Set(compareDiagrams(before, after).changes.map(({ elementId }) => elementId));
  } catch {
    return undefined;
  }
}

async function elementsByDiffer(before, after) {
  const [old, young] = await Promise.all(
    [before, after].map(async (text) => (await new BpmnModdle().fromXML(text)).rootElement),
  );
  const { _added, _removed, _changed } = diff(old, young);
  return new Set([_added, _removed, _changed].flatMap(Object.keys));
}

const text = (...path) => readFileSync(join(...path), 'utf8');

function pairsIn(folder, before, after) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => [text(folder, name, before), text(folder, name, after)]);
}

/** The pairs of a manifest. */
function knownPairs(folder) {
  if (!existsSync(folder)) return [];
  return JSON.parse(text(folder, 'manifest.json')).map(({ a, b }) => [text(folder, a), text(folder, b)]);
}
