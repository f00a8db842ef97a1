/** The answer to every write. */
export class Written {
  /**
   * Id of what was written (id).
   * @example "0d1b4c1e-7a52-8c1d-a3f0-5e2b9c7d1f46"
   */
  id: string;

  /**
   * The version this made (versie); where nothing changed, the one that holds what was sent.
   * @example 13
   */
  version: number;
}
