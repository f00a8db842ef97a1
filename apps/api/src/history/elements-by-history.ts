import { LRUCache } from 'lru-cache';
import { PROCESS_KINDS_ABOUT_ELEMENTS } from '#domain';
import type { OpenFile } from '../platform/projections/unit/open-file.js';

/** A step or flow that something was decided on, under every id that it had. */
interface Element {
  /** The id it had last. */
  id: string;
  /** The version that first decided something on it. */
  first: number;
  versions: number[];
}

interface Row {
  version: number;
  at: string;
  actor: string;
  kind: string;
  key: string;
  ends: 0 | 1;
  from: number | null;
  to: string | null;
}

/** So many processes are remembered; of any other all decisions are read again. */
const REMEMBERED = 100;

/** Tells which decisions are about one step or flow, whatever ids it had when they were taken. */
export class ElementsByHistory {
  private readonly known = new LRUCache<number, ElementsOfProcess>({ max: REMEMBERED });
  private readonly rows;

  constructor({ db }: OpenFile) {
    const kinds = [...PROCESS_KINDS_ABOUT_ELEMENTS, 'diagram'].map((kind) => `'${kind}'`).join(', ');
    this.rows = db.prepare(
      `SELECT h.version, h.at, h.actor, k.kind, k.key,
         h.type IN ('KnipWithdrawn', 'BindingLifted', 'DecisionEnded') AS ends,
         json_extract(h.data, '$.carriedFrom.version') AS "from", json_extract(h.data, '$.carriedTo') AS "to"
       FROM fact_keys k CROSS JOIN facts f ON f.key = k.no AND f.from_version > ?2
       CROSS JOIN history h ON h.stream = k.process AND h.version = f.from_version
       WHERE k.process = ?1 AND k.kind IN (${kinds}) AND (k.key <> '' OR k.kind = 'diagram')
       ORDER BY h.version`,
    );
  }

  /** What is known of a process up to its newest version. @param no number of the process */
  of(no: number): ElementsOfProcess {
    const elements = this.known.get(no) ?? new ElementsOfProcess();
    this.known.set(no, elements);
    for (const row of this.rows.iterate(no, elements.seen) as Iterable<unknown>) elements.add(row as Row);
    return elements;
  }
}

/** The steps and flows of one process. */
export class ElementsOfProcess {
  /** The version up to which decisions were looked at. */
  seen = 0;
  private readonly ofVersion = new Map<number, Element>();
  /** Which element has an id, as far as decisions tell. */
  private readonly holders = new Map<string, Element>();
  /** Which element had an id last, also where nobody has it now. */
  private readonly lastHolders = new Map<string, Element>();
  /** The elements whose decisions go along with the next diagram, by the id that they leave. */
  private readonly leaving = new Map<string, Element>();
  private endedJustNow: Row[] = [];

  add(row: Row): void {
    this.seen = row.version;
    if (row.kind === 'diagram') this.addDiagram(row);
    else this.addDecision(row);
  }

  /**
   * Names the element of a decision: by its id, or by its last id and first version where another has that
   * id now. Undefined for a version that is about no element.
   */
  nameOf(version: number): string | undefined {
    const element = this.ofVersion.get(version);
    if (!element) return undefined;
    const { id, first } = element;
    return this.holders.get(id) === element ? id : `${id}@${first}`;
  }

  /** The versions about the element with a name as `nameOf` gives it, or about what last had that id. */
  versionsOf(name: string): readonly number[] {
    const holder = this.holders.get(name) ?? this.lastHolders.get(name);
    if (holder) return holder.versions;
    const version = Number(/@(\d+)$/.exec(name)?.[1]);
    return this.nameOf(version) === name ? this.ofVersion.get(version)!.versions : [];
  }

  private addDecision(row: Row): void {
    const { version, key, from, to, ends } = row;
    const holder = this.holders.get(key);
    const element =
      (from === null ? undefined : this.ofVersion.get(from)) ??
      (to === null ? undefined : this.leaving.get(key)) ??
      holder ??
      this.made(key, version);
    if (from !== null && holder && holder !== element) this.join(element, holder);
    element.versions.push(version);
    this.ofVersion.set(version, element);
    this.endedJustNow = ends ? [...this.endedJustNow, row] : [];
    if (to === null) this.hold(key, element);
    else {
      this.leaving.set(key, element);
      this.holders.delete(key);
    }
  }

  /** What ended in the append of a diagram, and did not go along, ended because another has the id. */
  private addDiagram({ at, actor }: Row): void {
    for (const ended of this.endedJustNow)
      if (ended.at === at && ended.actor === actor) this.holders.delete(ended.key);
    this.endedJustNow = [];
    this.leaving.clear();
  }

  private made(id: string, first: number): Element {
    return { id, first, versions: [] };
  }

  private hold(id: string, element: Element): void {
    element.id = id;
    this.holders.set(id, element);
    this.lastHolders.set(id, element);
  }

  /** Both are one: a decision went along to where something was decided already. */
  private join(element: Element, other: Element): void {
    element.versions = [...element.versions, ...other.versions].sort((one, two) => one - two);
    element.first = Math.min(element.first, other.first);
    for (const version of other.versions) this.ofVersion.set(version, element);
  }
}
