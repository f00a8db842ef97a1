import type { Page } from '../platform/http/docs/page.answer.js';
import { HistoryItem } from '../history/index.js';
import { Actor } from '../platform/http/protocol/person.answer.js';
import { Parked, SideCounts } from '../processes/index.js';

export class DomainAnswer {
  /**
   * Id of the domain (domein).
   * @example "vergunningen"
   */
  id: string;

  /**
   * Name of the domain (naam).
   * @example "Vergunningen"
   */
  name: string;

  /**
   * Processes (processen) that are not retired.
   * @example 3
   */
  processes: number;

  /** Their steps and hand-overs together (aantallen). */
  counts: SideCounts;
}

export class DomainsAnswer {
  /** The domains (domeinen). */
  items: DomainAnswer[];
}

export class ProcessItem {
  /**
   * Id of the process (proces).
   * @example "kapvergunning"
   */
  id: string;

  /**
   * Name of the process (naam).
   * @example "Kapvergunning"
   */
  name: string;

  /**
   * Id of its domain (domein).
   * @example "vergunningen"
   */
  domain: string;

  /**
   * The case type it handles (zaaktype).
   * @example "https://catalogi.example.nl/zaaktypen/kapvergunning"
   */
  caseType?: string;

  /**
   * Its newest version (versie).
   * @example 12
   */
  version: number;

  /**
   * Whether it is retired (vervallen).
   * @example false
   */
  retired: boolean;

  /** The process owner (procesverantwoordelijke). */
  owner?: Actor;

  /** Its steps and hand-overs (aantallen). */
  counts: SideCounts;

  /** What happened last (laatste gebeurtenis). */
  last: HistoryItem;

  /** Present when the process is stale (verouderd), with the cause. */
  parked?: Parked;
}

export class ProcessPage implements Page<ProcessItem> {
  /** Processes by name (processen). */
  items: ProcessItem[];

  /**
   * Value of `after` for the next page (volgende bladzijde); absent on the last.
   * @example "WyJrYXB2ZXJndW5uaW5nIiwicC0xIl0"
   */
  next?: string;
}
