/** The answer to every write. */
export class Written {
  /**
   * Id of what was written to, or of what was made: of the process (proces), for example.
   * @example "kapvergunning"
   */
  id: string;

  /**
   * The version this made (versie); where nothing changed, the one that holds what was sent.
   * @example 13
   */
  version: number;
}
