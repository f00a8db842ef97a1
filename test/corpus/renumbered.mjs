/**
 * Moves all ids of a file on by one, compares the two, and brings a colleague's edit of the first together
 * with an edit of the second. By hand, after `npm run build`: `node test/corpus/renumbered.mjs [rounds]`.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { randomFrom } from './mutate.mjs';
import { all, movedByOne, valueOf, withNames } from './renumber.mjs';

const BPMN = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const NODE = /Task$|^task$|Event$|Gateway$|^subProcess$|^callActivity$|^transaction$/;
const isNode = ({ uri, local }) => uri === BPMN && NODE.test(local);

/** The id of a step that is new; which one it gets does not matter. */
const NEW = 'Nieuwe_stap';

export const WAYS = [
  { ofOneKind: false, back: false },
  { ofOneKind: false, back: true },
  { ofOneKind: true, back: false },
  { ofOneKind: true, back: true },
];

/** Files with more than one step, event or gateway that has an id. */
export function filesIn(bpmn, ...folders) {
  const texts = new Map();
  for (const folder of folders) {
    let names = [];
    try {
      names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
        name.endsWith('.bpmn'),
      );
    } catch {
      continue;
    }
    for (const name of names.sort()) {
      const reading = bpmn.readDiagram(readFileSync(join(folder, name)));
      if (!reading.ok) continue;
      const { text, root } = reading.diagram;
      if (nodesOf(root).length > 1 && !texts.has(text)) texts.set(text, join(folder, name));
    }
  }
  return [...texts].map(([text, file]) => ({ file, text }));
}

const rootOf = (bpmn, text) => {
  const reading = bpmn.readDiagramText(text);
  if (!reading.ok) throw new Error(reading.problems.map(({ code }) => code).join());
  return reading.diagram.root;
};

/** Steps, events and gateways of a file, in its order. */
const nodesOf = (root) => [...all(root)].filter((element) => isNode(element) && valueOf(element, 'id'));

/** A sentence about the nth node, or another name for it. */
function edited(bpmn, text, nth, kind, words) {
  const node = nodesOf(rootOf(bpmn, text))[nth];
  if (kind === 'name') {
    const tag = text.slice(node.start, node.startTagEnd);
    const found = /\sname\s*=\s*("[^"]*"|'[^']*')/.exec(tag);
    if (found)
      return `${text.slice(0, node.start + found.index)} name="${words}"${text.slice(node.start + found.index + found[0].length)}`;
  }
  const prefix = node.prefix ? `${node.prefix}:` : '';
  const sentence = `<${prefix}documentation>${words}</${prefix}documentation>`;
  if (!node.selfClosing) return text.slice(0, node.startTagEnd) + sentence + text.slice(node.startTagEnd);
  const slash = text.lastIndexOf('/', node.startTagEnd);
  return `${text.slice(0, slash)}>${sentence}</${prefix}${node.local}>${text.slice(node.end)}`;
}

/** A step put into the nth flow: the flow leads to it, and a new one leads on. */
function inserted(bpmn, text, nth, id) {
  const root = rootOf(bpmn, text);
  const flows = [...all(root)].filter(
    (element) => element.local === 'sequenceFlow' && valueOf(element, 'targetRef'),
  );
  const flow = flows[nth % flows.length];
  const target = valueOf(flow, 'targetRef');
  const tag = text
    .slice(flow.start, flow.startTagEnd)
    .replace(/(\stargetRef\s*=\s*)("[^"]*"|'[^']*')/, `$1"${id}"`);
  const prefix = flow.prefix ? `${flow.prefix}:` : '';
  const more = `<${prefix}task id="${id}" name="Tussendoor"/><${prefix}sequenceFlow id="${id}_on" sourceRef="${id}" targetRef="${target}"/>`;
  return (
    text.slice(0, flow.start) + tag + text.slice(flow.startTagEnd, flow.end) + more + text.slice(flow.end)
  );
}

/**
 * What a file says of each of its nodes, without any id: kind, name, sentences, and what flows lead from and
 * to, with the names at their other ends.
 */
function saying(root) {
  const known = new Map([...all(root)].flatMap((element) => [[valueOf(element, 'id') ?? '', element]]));
  const called = (ref) => {
    const element = known.get(ref ?? '');
    return element ? `${element.local} ${valueOf(element, 'name') ?? ''}` : '?';
  };
  const ways = new Map();
  for (const element of all(root)) {
    const [from, to] = [valueOf(element, 'sourceRef'), valueOf(element, 'targetRef')];
    if (element.local !== 'sequenceFlow' || from === undefined || to === undefined) continue;
    const name = valueOf(element, 'name') ?? '';
    for (const [end, way] of [
      [from, `> ${name} ${called(to)}`],
      [to, `< ${name} ${called(from)}`],
    ])
      ways.set(end, [...(ways.get(end) ?? []), way]);
  }
  return nodesOf(root).map((node) => {
    const id = valueOf(node, 'id');
    const sentences = node.children
      .filter(({ local }) => local === 'documentation')
      .map(({ text }) => text.trim());
    return { id, says: [called(id), ...sentences.sort(), ...(ways.get(id) ?? []).sort()].join(' | ') };
  });
}

const sorted = (said, withIds) =>
  said
    .map(({ id, says }) => (withIds ? `${id} ${says}` : says))
    .sort()
    .join('\n');

/**
 * The three figures over some files: how many compare as unchanged, how many edits are brought together right
 * (as the colleague's and one's own edit of the file as it was would be, and with its ids), and how many are
 * wrong without a word.
 */
export function renumberingRun(bpmn, files, rounds, told = () => {}) {
  const figures = { compared: 0, unchanged: 0, merged: 0, right: 0, asked: 0, otherIds: 0, wrong: 0 };
  const odd = (what, { file }, way, more = '') =>
    told(`${what}: ${file} ${way.ofOneKind ? 'by kind' : 'all'}${way.back ? ' back' : ''} ${more}`);
  files.forEach((one, nth) => {
    const { text } = one;
    const root = rootOf(bpmn, text);
    const count = nodesOf(root).length;
    const flows = [...all(root)].filter(({ local }) => local === 'sequenceFlow').length;
    for (const way of WAYS) {
      const names = movedByOne(root, way);
      const moved = withNames(text, root, names);
      const { changes, layout } = bpmn.compareDiagrams(text, moved);
      figures.compared++;
      if (changes.length === 0 && layout.moved.length === 0 && !layout.shifted) figures.unchanged++;
      else odd('changed', one, way, `${changes.length} ${JSON.stringify(changes[0] ?? layout.moved[0])}`);
      for (let round = 0; round < rounds; round++) {
        const random = randomFrom(nth * 1000 + round);
        const at = Math.floor(random() * count);
        const own = (at + 1 + Math.floor(random() * (count - 1))) % count;
        const kind = random() < 0.5 ? 'name' : 'sentence';
        const theirs = edited(bpmn, text, at, kind, 'Van een collega');
        // The id that nothing has any more is the first that a tool gives.
        const free = [...names.keys()].find((id) => ![...names.values()].includes(id));
        const byMe = (into, id) =>
          round % 2 === 0 || flows === 0
            ? edited(bpmn, into, own, 'sentence', 'Van mij')
            : inserted(bpmn, into, own, id);
        const mine = byMe(moved, free);
        const wanted = saying(rootOf(bpmn, byMe(theirs, NEW)));
        const merging = bpmn.mergeDiagrams(text, mine, theirs);
        const known = new Set(nodesOf(root).map((node) => valueOf(node, 'id')));
        const found = saying(rootOf(bpmn, merging.text)).map(({ id, says }) => ({
          id: known.has(id) ? id : NEW,
          says,
        }));
        figures.merged++;
        if (merging.conflicts.length > 0) {
          figures.asked++;
          odd('asked', one, way, `${round} ${JSON.stringify(merging.conflicts[0])}`);
        } else if (sorted(found, false) !== sorted(wanted, false)) {
          figures.wrong++;
          odd('wrong', one, way, String(round));
        } else if (sorted(found, true) !== sorted(wanted, true)) {
          figures.otherIds++;
          odd('other ids', one, way, String(round));
        } else figures.right++;
      }
    }
  });
  return figures;
}

const share = (part, whole) => `${((100 * part) / Math.max(whole, 1)).toFixed(1)} % (${part} of ${whole})`;

/** The figures as three lines. */
export const inWords = ({ compared, unchanged, merged, right, asked, otherIds, wrong }) =>
  [
    `compare as unchanged: ${share(unchanged, compared)}`,
    `merge right: ${share(right, merged)}; asked ${asked}, right but with other ids ${otherIds}`,
    `silently wrong: ${wrong}`,
  ].join('\n');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const bpmn = await import('#bpmn');
  const corpus = process.env.CORPUS_DIR ?? '../shared';
  const files = filesIn(
    bpmn,
    'bpmn',
    'test/compare',
    'test/merge',
    join(corpus, 'corpus'),
    join(corpus, 'compare'),
  );
  console.log(`${files.length} files`);
  const figures = renumberingRun(bpmn, files, Number(process.argv[2] ?? 4), (line) =>
    process.env.TOLD ? console.error(line) : undefined,
  );
  console.log(inWords(figures));
  process.exitCode = figures.wrong > 0 ? 1 : 0;
}
