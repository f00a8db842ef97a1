export type Language = 'nl' | 'en';

/** One sentence in the two languages of the service. */
export type Texts = Record<Language, string>;

/** A kind of problem (RFC 9457); its code in kebab-case ends the `type`. */
export interface ProblemKind {
  code: string;
  status: number;
  title: Texts;
  /** `{name}` stands for a parameter. Says what is the matter with what, and what to do. */
  detail: Texts;
}

/** What can be wrong with one field of the input; `{name}` in its texts stands for a parameter. */
export interface FieldKind extends Texts {
  code: string;
}

/** The texts of a kind of problem. */
export const problem = (
  status: number,
  titleNl: string,
  titleEn: string,
  nl: string,
  en: string,
): Omit<ProblemKind, 'code'> => ({
  status,
  title: { nl: titleNl, en: titleEn },
  detail: { nl, en },
});

/**
 * Kinds of problems by their codes. With the codes as type argument, the compiler misses one without a text.
 */
export const problemKinds = <Code extends string>(texts: Record<Code, Omit<ProblemKind, 'code'>>) =>
  coded<Code, Omit<ProblemKind, 'code'>>(texts);

/** What can be wrong with fields, by code. */
export const fieldKinds = <Code extends string>(texts: Record<Code, Texts>) => coded<Code, Texts>(texts);

function coded<Code extends string, Value>(
  values: Record<Code, Value>,
): Record<Code, Value & { code: Code }> {
  return Object.fromEntries(
    Object.entries<Value>(values).map(([code, value]) => [code, { ...value, code }]),
  ) as Record<Code, Value & { code: Code }>;
}
