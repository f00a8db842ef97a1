import type { Problem } from '#contract';
import { FIELDS } from './field-texts.js';
import type { Params, ProblemException } from './problem-exception.js';
import { PROBLEMS, type ProblemText, type Texts } from './problem-texts.js';

export type Language = keyof Texts;

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
export function inWords(exception: ProblemException, language: Language): Problem {
  const { code, extras } = exception;
  const text: ProblemText = PROBLEMS[code];
  const { fields, version, changes, conflicts } = extras;
  return {
    type: `urn:knipkaart:problem:${code.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
    title: text.title[language],
    status: text.status,
    detail: filled(text.detail[language], translated(extras.params, language)),
    ...(fields && {
      errors: fields.map((field) => ({
        field: field.field,
        message: filled(FIELDS[field.code][language], field.params),
      })),
    }),
    ...(version !== undefined && { version }),
    ...(changes && { changes }),
    ...(conflicts && { conflicts }),
  };
}

/** A text with its parameters put in; also used for what a parameter itself says in either language. */
function filled(text: string, params: Params = {}): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => String(params[name] ?? placeholder));
}

const PERSONAS: Record<string, Texts> = {
  werkgroeplid: { nl: 'werkgroeplid', en: 'workgroup member' },
  procesverantwoordelijke: { nl: 'procesverantwoordelijke', en: 'process owner' },
  verbeterteam: { nl: 'verbeterteam', en: 'improvement team' },
  auditor: { nl: 'auditor', en: 'auditor' },
  beheerder: { nl: 'beheerder', en: 'administrator' },
};
const SIDES: Record<string, Texts> = {
  front: { nl: 'de frontoffice', en: 'the front office' },
  back: { nl: 'de backoffice', en: 'the back office' },
};
/** What `If-Match` was held against; a step's or flow's own id is `{key}`. */
const RESOURCES: Record<string, Texts> = {
  name: { nl: 'De naam', en: 'The name' },
  retirement: { nl: 'Het vervallen', en: 'The retirement' },
  owner: { nl: 'De procesverantwoordelijke', en: 'The owner' },
  diagram: { nl: 'Het diagram', en: 'The diagram' },
  knip: { nl: 'De knip van “{key}”', en: 'The knip of “{key}”' },
  channels: { nl: 'De kanaalprioriteit', en: 'The channel priority' },
  handover: { nl: 'De afspraak over “{key}”', en: 'The agreement on “{key}”' },
  dataRequests: { nl: 'De gegevensuitvraag van “{key}”', en: 'The data requests of “{key}”' },
  binding: { nl: 'De binding van “{key}”', en: 'The binding of “{key}”' },
  milestone: { nl: 'De vastgestelde versie “{key}”', en: 'The milestone “{key}”' },
};

/** Sides, personas and resources travel as codes and are read as words. */
function translated(params: Params = {}, language: Language): Params {
  const words = (name: string, value: string | number) => {
    if (name === 'side') return SIDES[value]?.[language] ?? value;
    if (name === 'resource') return filled(RESOURCES[value]?.[language] ?? String(value), params);
    if (name === 'allowed')
      return String(value)
        .split(' ')
        .map((persona) => PERSONAS[persona]?.[language] ?? persona)
        .join(', ');
    return value;
  };
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, words(name, value)]));
}
