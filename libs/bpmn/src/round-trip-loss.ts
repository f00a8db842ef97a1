import type { Language } from './describe-problem.js';
import { goesWithoutSaying, plainName, plainText, plainValue } from './written-alike.js';
import { XMLNS } from './xml/namespaces.js';
import { attribute, parseXml } from './xml/xml-tree.js';
import type { XmlElement } from './xml/xml-tree.js';

/** Something that stands in the original and not in what an editor wrote. */
export interface Loss {
  code: 'element' | 'attribute' | 'text' | 'instruction' | 'comments';
  /** Name as written in the original, nearest id, value (cut to 200 characters), number of comments. */
  params: { name?: string; id?: string; value?: string; count?: number };
}

export interface LossReport {
  /** How many things are lost; `losses` names the first `MAX_LISTED` of them. */
  total: number;
  losses: Loss[];
}

export const MAX_LISTED = 100;

/**
 * What is lost when `original` becomes `rewritten`: elements (not again what is inside them), attributes,
 * texts, processing instructions, comments. Order, prefixes, blanks and what the schema gives anyway do not
 * matter. A text that is no XML counts as wholly lost.
 */
export function lossBetween(original: string, rewritten: string): LossReport {
  const before = parseXml(original, () => undefined);
  const after = parseXml(rewritten, () => undefined);
  const report: LossReport = { total: 0, losses: [] };
  if (!before.ok) return report;
  const lose = (loss: Loss) => {
    if (report.losses.length < MAX_LISTED) report.losses.push(loss);
    report.total++;
  };
  const matching = new Matching(lose);
  matching.compareChildren([before.root], after.ok ? [after.root] : [], undefined);
  const kept = new Set(after.ok ? instructionsIn(rewritten) : []);
  for (const instruction of instructionsIn(original)) {
    if (!kept.has(instruction)) lose({ code: 'instruction', params: { value: short(instruction) } });
  }
  const comments = before.comments - (after.ok ? after.comments : 0);
  if (comments > 0) lose({ code: 'comments', params: { count: comments } });
  return report;
}

/** Matches the elements of two trees, from the root on, and tells what has no counterpart. */
class Matching {
  private readonly shorts = new Map<string, number>();
  private readonly alike = new Map<XmlElement, number>();

  constructor(private readonly lose: (loss: Loss) => void) {}

  /** @param around the id nearest to both lists */
  compareChildren(
    before: readonly XmlElement[],
    after: readonly XmlElement[],
    around: string | undefined,
  ): void {
    const counterparts = this.match(before, after);
    for (const element of before) {
      const id = idOf(element) ?? around;
      const at = id === undefined ? {} : { id };
      const counterpart = counterparts.get(element);
      if (counterpart) this.compare(element, counterpart, id);
      else this.lose({ code: 'element', params: { name: writtenName(element), ...at } });
    }
  }

  private compare(before: XmlElement, after: XmlElement, id: string | undefined): void {
    const at = id === undefined ? {} : { id };
    for (const written of before.attributes) {
      const { uri, local, value } = written;
      const now = after.attributes.find((one) => one.local === local && one.uri === uri);
      const kept = now
        ? uri === XMLNS || plainValue(after, now) === plainValue(before, written)
        : goesWithoutSaying(before, written);
      if (!kept)
        this.lose({ code: 'attribute', params: { name: writtenName(written), value: short(value), ...at } });
    }
    const text = plainText(before);
    if (text !== '' && text !== plainText(after))
      this.lose({ code: 'text', params: { name: writtenName(before), value: short(text), ...at } });
    this.compareChildren(before.children, after.children, id);
  }

  /**
   * Counterparts of siblings: of the same name, first by their id, then what is wholly alike, then in order,
   * so that a missing one is not reported again as a change of those behind it. Where an element with an
   * id stands is part of it: one that moved elsewhere was lost where it was.
   */
  private match(before: readonly XmlElement[], after: readonly XmlElement[]): Map<XmlElement, XmlElement> {
    const found = new Map<XmlElement, XmlElement>();
    if (before.length === 0 || after.length === 0) return found;
    const taken = new Set<XmlElement>();
    const pair = (keyOf: (element: XmlElement) => string | undefined) => {
      const free = new Map<string, XmlElement[]>();
      for (const element of after) {
        const key = taken.has(element) ? undefined : keyOf(element);
        if (key === undefined) continue;
        const others = free.get(key);
        if (others) others.push(element);
        else free.set(key, [element]);
      }
      for (const element of before) {
        const key = found.has(element) ? undefined : keyOf(element);
        const counterpart = key === undefined ? undefined : free.get(key)?.shift();
        if (!counterpart) continue;
        found.set(element, counterpart);
        taken.add(counterpart);
      }
    };
    pair((element) => (idOf(element) === undefined ? undefined : `${plainName(element)} ${idOf(element)}`));
    pair((element) => String(this.numberOf(element)));
    pair((element) => (idOf(element) === undefined ? plainName(element) : undefined));
    return found;
  }

  /** The same number for elements that say the same, with all that is inside them. */
  private numberOf(element: XmlElement): number {
    const known = this.alike.get(element);
    if (known !== undefined) return known;
    const said = JSON.stringify([
      plainName(element),
      element.attributes
        .filter((one) => !goesWithoutSaying(element, one))
        .map((one) => `{${one.uri}}${one.local}=${plainValue(element, one)}`)
        .sort(),
      plainText(element),
      element.children.map((child) => this.numberOf(child)).sort((a, b) => a - b),
    ]);
    const number = this.shorts.get(said) ?? this.shorts.size;
    this.shorts.set(said, number);
    this.alike.set(element, number);
    return number;
  }
}

/** Processing instructions as they are written, the XML declaration left out. */
function instructionsIn(text: string): string[] {
  const found = text.matchAll(/<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?(?!xml\s)([^]*?)\?>/g);
  return [...found].flatMap(([, instruction]) => (instruction === undefined ? [] : [instruction.trim()]));
}

const idOf = (element: XmlElement) => attribute(element, 'id');
const writtenName = ({ prefix, local }: { prefix: string; local: string }) =>
  prefix ? `${prefix}:${local}` : local;
const short = (value: string) => (value.length > 200 ? `${value.slice(0, 200)}…` : value);

/** A loss in one line. Quotes the file: show it as text. */
export function describeLoss({ code, params: { name, id, value, count } }: Loss, language: Language): string {
  const at = id === undefined ? '' : language === 'nl' ? ` bij ${id}` : ` at ${id}`;
  const words = {
    nl: {
      element: `element ${name}${at}`,
      attribute: `attribuut ${name}="${value}"${at}`,
      text: `tekst "${value}" in ${name}${at}`,
      instruction: `verwerkingsinstructie <?${value}?>`,
      comments: `${count} ${count === 1 ? 'opmerking' : 'opmerkingen'} in de XML`,
    },
    en: {
      element: `element ${name}${at}`,
      attribute: `attribute ${name}="${value}"${at}`,
      text: `text "${value}" in ${name}${at}`,
      instruction: `processing instruction <?${value}?>`,
      comments: `${count} XML ${count === 1 ? 'comment' : 'comments'}`,
    },
  };
  return words[language][code];
}
