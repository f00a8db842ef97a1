import { BPMN, BPMN_DI, DC, DI, KNIP, XML, XMLNS } from './namespaces.js';

/**
 * Namespace prefixes in scope; linked rather than copied, so that many declarations on many levels cost
 * nothing.
 */
export interface Scope {
  /** Declared here, and what was looked up from here. */
  own: Map<string, string>;
  around?: Scope;
}

/** A name in its parts; the prefix is '' where there is none. */
export interface Name {
  prefix: string;
  local: string;
}

/** Where every file begins: the two prefixes that XML itself gives. */
export const OUTERMOST: Scope = {
  own: new Map([
    ['xml', XML],
    ['xmlns', XMLNS],
  ]),
};

/** The namespaces that every element is compared with: as one and the same string that takes no time. */
const KNOWN = new Map([BPMN, BPMN_DI, DI, DC, KNIP].map((uri) => [uri, uri]));

/** Namespace of a prefix; what was found far out is noted on the way, so that the next look is short. */
export function lookUp(scope: Scope, prefix: string): string | undefined {
  for (let at: Scope | undefined = scope; at; at = at.around) {
    const uri = at.own.get(prefix);
    if (uri === undefined) continue;
    for (let nearer = scope; nearer !== at; nearer = nearer.around!) nearer.own.set(prefix, uri);
    return uri;
  }
  return undefined;
}

/**
 * The scope of an element with these attributes; calls `refuse` for a declaration that XML does not allow.
 */
export function scopeOf(
  attributes: readonly (Name & { value: string })[],
  around: Scope,
  refuse: (prefix: string) => never,
): Scope {
  let own: Map<string, string> | undefined;
  for (const { prefix, local, value } of attributes) {
    if (prefix !== 'xmlns' && (prefix !== '' || local !== 'xmlns')) continue;
    const declared = prefix === '' ? '' : local;
    const reserved = declared === 'xmlns' || value === XMLNS || (declared === 'xml') !== (value === XML);
    if (reserved || (declared !== '' && value === '')) refuse(declared);
    (own ??= new Map<string, string>()).set(declared, KNOWN.get(value) ?? value);
  }
  return own ? { own, around } : around;
}

/** Parts of the names that were met in any file: there are few, and each occurs often. */
const NAMES = new Map<string, Name>();
const MOST_NAMES = 5_000;

/** A name in its parts; undefined where it is none. */
export function split(name: string): Name | undefined {
  const known = NAMES.get(name);
  if (known) return known;
  const colon = name.indexOf(':');
  const local = name.slice(colon + 1);
  if (colon === 0 || local === '' || local.includes(':')) return undefined;
  const made = { prefix: asConstant(name.slice(0, Math.max(colon, 0))), local: asConstant(local) };
  if (NAMES.size >= MOST_NAMES) NAMES.clear();
  NAMES.set(asConstant(name), made);
  return made;
}

/**
 * The same word as engines keep it for names of properties, once for all: it is compared with a constant of
 * ours at a glance, and does not hold on to the file.
 */
const asConstant = (word: string) => Object.keys({ [word]: 0 })[0]!;
