export class FieldErrorAnswer {
  /**
   * Field, header or parameter (veld); members of lists by their number.
   * @example "labels.2"
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
   * @example "urn:knipkaart:problem:other-domain"
   */
  type: string;

  /**
   * The kind of problem in words (titel).
   * @example "Ander domein"
   */
  title: string;

  /**
   * The HTTP status (status).
   * @example 403
   */
  status: number;

  /**
   * What is the matter, and what to do (toelichting).
   * @example "Marijke van Dalen mag niets wijzigen in het domein wmo."
   */
  detail: string;

  /** Every field that is not right (fouten). */
  errors?: FieldErrorAnswer[];
}
