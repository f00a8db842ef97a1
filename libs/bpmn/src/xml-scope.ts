import { XML, XMLNS } from './namespaces.js';

/** Namespace prefixes in scope; linked rather than copied, so that many declarations on many levels cost nothing. */
export interface Scope {
  /** Declared here, and what was looked up from here. */
  own: Map<string, string>;
  around?: Scope;
}

/** Where every file begins: the two prefixes that XML itself gives. */
export const OUTERMOST: Scope = { own: new Map([['xml', XML], ['xmlns', XMLNS]]) };

/** Namespace of a prefix; what was found far out is noted on the way, so that the next look is short. */
export function lookUp(scope: Scope, prefix: string): string | undefined {
  const passed: Scope[] = [];
  for (let at: Scope | undefined = scope; at; at = at.around) {
    const uri = at.own.get(prefix);
    if (uri !== undefined) {
      for (const nearer of passed) nearer.own.set(prefix, uri);
      return uri;
    }
    passed.push(at);
  }
  return undefined;
}

/** The scope of an element with these attributes; calls `refuse` for a declaration that XML does not allow. */
export function scopeOf(raw: { name: string; value: string }[], around: Scope, refuse: (prefix: string) => never): Scope {
  let own: Map<string, string> | undefined;
  for (const { name, value } of raw) {
    if (name !== 'xmlns' && !name.startsWith('xmlns:')) continue;
    const prefix = name === 'xmlns' ? '' : name.slice(6);
    const reserved = prefix === 'xmlns' || value === XMLNS || (prefix === 'xml') !== (value === XML);
    if (reserved || (prefix !== '' && value === '')) refuse(prefix);
    (own ??= new Map<string, string>()).set(prefix, value);
  }
  return own ? { own, around } : around;
}

/** A name in its parts; undefined where it is none. */
export function split(name: string): [prefix: string, local: string] | undefined {
  const colon = name.indexOf(':');
  if (colon < 0) return ['', name];
  const local = name.slice(colon + 1);
  return colon === 0 || local === '' || local.includes(':') ? undefined : [name.slice(0, colon), local];
}
