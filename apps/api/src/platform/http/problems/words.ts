import type { Problem } from './problem.answer.js';
import type { Params, ProblemException } from './problem-exception.js';
import type { Language, Texts } from './problem-kind.js';

/**
 * Dutch or English, whichever `Accept-Language` (RFC 9110, with q-values) prefers; Dutch where it says
 * neither or both alike.
 */
export function languageOf(acceptLanguage: string | undefined): Language {
  const weights: Partial<Record<string, number>> = {};
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [range = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const q = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
    const language = range.split('-')[0] ?? '';
    if (q >= 0 && q <= 1) weights[language] = Math.max(weights[language] ?? 0, q);
  }
  const weight = (language: Language) => weights[language] ?? weights['*'] ?? 0;
  return weight('en') > weight('nl') ? 'en' : 'nl';
}

/** The problem as it goes out. `type` is a lasting name for the kind of problem, not an address. */
export function inWords({ kind, extras }: ProblemException, language: Language): Problem {
  const { fields, params, members } = extras;
  return {
    type: `urn:knipkaart:problem:${kind.code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    title: kind.title[language],
    status: kind.status,
    detail: filled(kind.detail, language, params),
    ...(fields && {
      errors: fields.map((field) => ({
        field: field.field,
        message: filled(field.kind, language, field.params),
      })),
    }),
    ...members,
  };
}

/** A text with its parameters put in. A parameter that is a text itself may name the others. */
function filled(texts: Texts, language: Language, params: Params = {}): string {
  return texts[language].replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = params[name] ?? placeholder;
    return typeof value === 'object' ? filled(value, language, params) : String(value);
  });
}
