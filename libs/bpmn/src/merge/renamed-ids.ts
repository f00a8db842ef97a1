import { compareRoots } from '../compare/compare.js';
import { xmlAttribute, xmlText } from '../knip-markup.js';
import { BPMN } from '../xml/namespaces.js';
import { spliced } from '../xml/splice.js';
import type { Splice } from '../xml/splice.js';
import { elementsOf } from '../xml/xml-tree.js';
import type { XmlElement } from '../xml/xml-tree.js';
import { isDerived, isDrawing, namesElement, withoutPrefix } from './pieces/meaning.js';
import { namesByText } from './pieces/references.js';
import { readSource } from './pieces/source.js';
import type { Source } from './pieces/source.js';
import { tokensOf } from './writing/start-tag.js';

/** Ids that one side gave to elements of the base: what it now calls them, by what the base calls them. */
export type Renaming = Map<string, string>;

/**
 * Which ids the sides renamed, as comparing finds out. Only where the old id is gone there, the new one
 * stands nowhere else and the other side has the old one no more than once, so that nothing is taken for
 * something else; asked only where a side lacks ids of the base and has new ones.
 */
export function renamings(base: Source, mine: Source, theirs: Source): { mine: Renaming; theirs: Renaming } {
  const ids = { base: base.ids, mine: mine.ids, theirs: theirs.ids };
  const found = {
    mine: renamed(base, mine, ids.base, ids.mine),
    theirs: renamed(base, theirs, ids.base, ids.theirs),
  };
  const sure = (side: 'mine' | 'theirs', other: 'mine' | 'theirs') =>
    new Map(
      [...found[side]].filter(
        ([before, after]) =>
          !ids[side].has(before) &&
          !ids.base.has(after) &&
          ids.base.get(before) === 1 &&
          ids[side].get(after) === 1 &&
          (ids[other].get(before) ?? 0) <= 1 &&
          (!ids[other].has(after) || found[other].get(before) === after),
      ),
    );
  return { mine: sure('mine', 'theirs'), theirs: sure('theirs', 'mine') };
}

function renamed(
  base: Source,
  side: Source,
  onBase: Map<string, number>,
  onSide: Map<string, number>,
): Renaming {
  if (isWithin(onBase, onSide) || isWithin(onSide, onBase)) return new Map();
  return new Map(compareRoots(base.root, side.root).renamedIds.map(({ before, after }) => [before, after]));
}

function isWithin(ids: Map<string, number>, others: Map<string, number>): boolean {
  for (const id of ids.keys()) if (!others.has(id)) return false;
  return true;
}

/** The diagram with ids as `names` says, wherever they stand or are referred to. */
export function withIds(source: Source, names: Map<string, string>): Source {
  return names.size === 0 ? source : readSource(source.origin, textWithIds(source.text, source.root, names));
}

/** The merged diagram with the ids that the sides gave. */
export function renamedAgain(text: string, names: Renaming): string {
  return names.size === 0 ? text : textWithIds(text, readSource('base', text).root, names);
}

function textWithIds(text: string, root: XmlElement, names: Map<string, string>): string {
  const splices: Splice[] = [];
  const toldBy = (value: string) => names.get(value.trim()) ?? names.get(withoutPrefix(value));
  for (const element of elementsOf(root)) {
    if (element.uri !== BPMN && !isDrawing(element)) continue;
    if (
      element.attributes.some(
        (each) =>
          ((each.local === 'id' && each.uri === '') || namesElement(element, each)) &&
          toldBy(each.value) !== undefined,
      )
    ) {
      let at = element.start + 1 + (element.prefix ? element.prefix.length + 1 : 0) + element.local.length;
      for (const { attribute: each, before, name, rest } of tokensOf(text, element).tokens) {
        const end = at + before.length + name.length + rest.length;
        const to =
          (each.local === 'id' && each.uri === '') || namesElement(element, each)
            ? toldBy(each.value)
            : undefined;
        if (to !== undefined)
          splices.push({ start: at + before.length, end, text: `${name}="${xmlAttribute(to)}"` });
        at = end;
      }
    }
    const to =
      element.children.length === 0 && (isDerived(element) || namesByText(element))
        ? toldBy(element.text)
        : undefined;
    if (to !== undefined && !element.selfClosing)
      splices.push({ start: element.startTagEnd, end: element.endTagStart, text: xmlText(to) });
  }
  return spliced(text, splices);
}

export const turned = (names: Map<string, string>): Map<string, string> =>
  new Map([...names].map(([before, after]) => [after, before]));

/**
 * Ids of the merged diagram: those that one side renamed; where both did so differently, that of the base
 * stays.
 */
export function namesOfBoth(mine: Renaming, theirs: Renaming): Renaming {
  const names: Renaming = new Map();
  for (const [before, after] of [...mine, ...theirs]) {
    const [one, other] = [mine.get(before), theirs.get(before)];
    if (one === undefined || other === undefined || one === other) names.set(before, after);
  }
  return names;
}
