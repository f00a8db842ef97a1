/** The answer to every write. */
export class Written {
  /**
   * Id of what was written, such as the process (proces).
   * @example "kapvergunning"
   */
  id: string;

  /**
   * The version this made (versie); where nothing changed, the one that holds what was sent.
   * @example 13
   */
  version: number;
}
