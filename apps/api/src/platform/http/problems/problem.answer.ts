export class FieldErrorAnswer {
  /**
   * Field, header or parameter (veld); members of lists by their number.
   * @example "alternatives.2"
   */
  field: string;

  /**
   * What is wrong with it, in the language asked for (melding).
   * @example "moet tekst hebben van 1 tot 4000 tekens"
   */
  message: string;
}

/** RFC 9457. */
export class Problem {
  /**
   * Lasting name of the kind of problem (soort).
   * @example "urn:knipkaart:problem:bound-to-other-side"
   */
  type: string;

  /**
   * The kind of problem in words (titel).
   * @example "Wettelijk gebonden"
   */
  title: string;

  /**
   * The HTTP status (status).
   * @example 409
   */
  status: number;

  /**
   * What is the matter, and what to do (toelichting).
   * @example "De stap “Besluit_nemen” is wettelijk gebonden aan de backoffice (Awb art. 10:3). Hef eerst de
   * binding op, met een reden."
   */
  detail: string;

  /** Every field that is not right (fouten). */
  errors?: FieldErrorAnswer[];
}
