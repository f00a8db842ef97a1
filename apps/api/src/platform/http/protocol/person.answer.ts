/** What somebody does here. */
export type PersonaName =
  | 'werkgroeplid'
  | 'procesverantwoordelijke'
  | 'verbeterteam'
  | 'lezer'
  | 'auditor'
  | 'beheerder';

/** A person as all see them. */
export class Actor {
  /**
   * Pseudonymous id of the person (persoon).
   * @example "werkgroep-vergunningen"
   */
  id: string;

  /**
   * Name of the person (naam); the id again where the name was erased.
   * @example "Fenna Hoekstra"
   */
  name: string;
}

/** Somebody who is signed in, or may be. */
export class Person {
  /**
   * Pseudonymous id (persoon); the only thing about a person that stands in the log.
   * @example "werkgroep-wmo"
   */
  id: string;

  /**
   * Name (naam), kept where it can be erased.
   * @example "Marijke van Dalen"
   */
  name: string;

  /**
   * What the person does here (rol): workgroup member, process owner, improvement team, reader, auditor
   * or administrator.
   * @example "werkgroeplid"
   */
  persona: PersonaName;

  /**
   * Ids of the domains (domeinen) that holds for; empty: all.
   * @example ["wmo"]
   */
  domains: string[];
}
