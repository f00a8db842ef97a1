import type { JsonObject } from '#event-store';
import type { OpenFile } from '../platform/projections/unit/open-file.js';
import { sortName } from '../platform/words/sort-name.js';
import { factValue, Outlines, type FactRow } from '../process-facts/index.js';
import { ElementsByHistory } from './elements-by-history.js';
import { told, type Told } from './told.js';

/** One version of a process as the history tells it, persons by id. */
export interface HistoryLine extends Told {
  version: number;
  type: string;
  at: string;
  actor: string;
  elementName?: string;
  element?: string;
}

export interface HistoryFilter {
  type?: string;
  actor?: string;
  /** A step or flow: its id, or what `element` says in a line. */
  element?: string;
  /** Words that must all occur in the sentence of an event, ignoring capitals and diacritics. */
  q?: string;
}

/** Reads the history of a process, with the names that elements had at the time. */
export class HistoryReader {
  private readonly statements;

  private readonly outlines;
  private readonly elements;

  constructor(file: OpenFile) {
    const { db } = file;
    this.outlines = file.reader(Outlines);
    this.elements = file.reader(ElementsByHistory);
    this.statements = {
      after: db.prepare(
        `SELECT version, type, at, actor, demo, data FROM history
         WHERE stream = ?1 AND version > ?2 AND (?3 IS NULL OR type = ?3) AND (?4 IS NULL OR actor = ?4)
           AND (?5 IS NULL OR version IN (SELECT value FROM json_each(?5)))
         ORDER BY version`,
      ),
      one: db.prepare(
        'SELECT version, type, at, actor, demo, data FROM history WHERE stream = ? AND version = ?',
      ),
      diagram: db.prepare(
        `SELECT k.kind, k.key, h.version, h.type, h.data FROM fact_keys k CROSS JOIN facts f ON f.key = k.no
         CROSS JOIN history h ON h.stream = k.process AND h.version = f.from_version
         WHERE k.process = ? AND k.kind = 'diagram' AND k.key = '' AND f.from_version <= ? ORDER BY f.from_version DESC LIMIT 1`,
      ),
    };
  }

  /** At most `limit` lines after a version. */
  page(no: number, after: number, limit: number, filter: HistoryFilter): HistoryLine[] {
    const words = sortName(filter.q ?? '')
      .split(/\s+/)
      .filter(Boolean);
    const rows = this.statements.after.iterate(
      no,
      after,
      filter.type ?? null,
      filter.actor ?? null,
      filter.element === undefined ? null : JSON.stringify(this.elements.of(no).versionsOf(filter.element)),
    );
    const lines: HistoryLine[] = [];
    for (const row of rows as Iterable<HistoryRow>) {
      const line = this.line(no, row);
      if (words.length > 0 && !tells(line, words)) continue;
      lines.push(line);
      if (lines.length === limit) break;
    }
    return lines;
  }

  /** @param version an existing one */
  at(no: number, version: number): HistoryLine {
    return this.line(no, this.statements.one.get(no, version) as unknown as HistoryRow);
  }

  private line(no: number, { data, demo, ...row }: HistoryRow): HistoryLine {
    const line = told({ type: row.type, data: JSON.parse(data) as JsonObject }, demo === 1);
    const element = line.elementId ?? line.flowId;
    if (element === undefined) return { ...row, ...line };
    const elementName = this.elementName(no, row.version, element);
    const ofAllIds = this.elements.of(no).nameOf(row.version);
    return {
      ...row,
      ...line,
      ...(elementName !== undefined && { elementName }),
      ...(ofAllIds !== undefined && { element: ofAllIds }),
    };
  }

  private elementName(no: number, version: number, element: string): string | undefined {
    const row = this.statements.diagram.get(no, version) as unknown as FactRow<'diagram'> | undefined;
    const diagram = row && factValue(row);
    return diagram ? this.outlines.elementName(diagram.digest, element) : undefined;
  }
}

interface HistoryRow {
  version: number;
  type: string;
  at: string;
  actor: string;
  demo: number | null;
  data: string;
}

/** What of an entry is searched, beside its lists. */
const SEARCHED = [
  'elementName',
  'elementId',
  'flowId',
  'reason',
  'note',
  'what',
  'name',
  'source',
  'by',
  'person',
] as const;

function tells(line: HistoryLine, words: readonly string[]): boolean {
  const { alternatives = [], data = [] } = line;
  const told = [...SEARCHED.map((member) => line[member]), ...alternatives, ...data.map(({ name }) => name)];
  const text = sortName(told.filter((part) => part !== undefined).join(' '));
  return words.every((word) => text.includes(word));
}
