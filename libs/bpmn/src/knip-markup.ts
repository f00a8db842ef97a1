import type { CarriedContent, CarriedHandover } from './outline.js';
import { KNIP } from './xml/namespaces.js';

/** Characters that XML cannot hold, not even as a reference. */
const IMPOSSIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;

/** Text for between tags. */
export function xmlText(text: string): string {
  return text
    .replace(IMPOSSIBLE, '\ufffd')
    .replace(/[&<>\r]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[c] ?? '&#13;');
}

/**
 * Text for an attribute in double quotes; line breaks and tabs as references, since XML makes blanks of them.
 */
export function xmlAttribute(text: string): string {
  return xmlText(text).replace(/["\t\n]/g, (c) => `&${c === '"' ? 'quot' : `#${c.charCodeAt(0)}`};`);
}

type Attributes = Record<string, string | number | undefined>;

/** One of our elements as text (docs/namespace.md). */
export type Markup = (prefix: string) => string;

const element =
  (name: string, attributes: Attributes, ...content: (Markup | string | undefined)[]): Markup =>
  (prefix) => {
    const written = Object.entries(attributes)
      .flatMap(([key, value]) => (value === undefined ? [] : [` ${key}="${xmlAttribute(String(value))}"`]))
      .join('');
    const inside = content
      .map((part) => (typeof part === 'function' ? part(prefix) : xmlText(part ?? '')))
      .join('');
    return inside === ''
      ? `<${prefix}:${name}${written}/>`
      : `<${prefix}:${name}${written}>${inside}</${prefix}:${name}>`;
  };
const optional = (name: string, text: string | undefined) =>
  text === undefined ? undefined : element(name, {}, text);

export const knipMarkup = (knip: NonNullable<CarriedContent['knip']>): Markup =>
  element(
    'knip',
    { side: knip.side, role: knip.role },
    optional('reason', knip.reason),
    ...knip.alternatives.map((text) => element('alternative', {}, text)),
  );

export const bindingMarkup = (binding: NonNullable<CarriedContent['binding']>): Markup =>
  element('binding', { side: binding.side, by: binding.by, source: binding.source }, binding.reason);

export const channelsMarkup = (channels: NonNullable<CarriedContent['channels']>): Markup =>
  element('channels', { order: channels.channels.join(' ') }, optional('reason', channels.reason));

export const dataRequestMarkup = (request: CarriedContent['dataRequests'][number]): Markup =>
  element('dataRequest', { name: request.name, registry: request.registry });

/** Ids in a list are divided by blanks, so a blank inside one (no legal id has it) is percent-encoded. */
const idList = (ids: string[]) => ids.map((id) => id.replace(/[% \t\n\r]/g, encodeURIComponent)).join(' ');

export const handoverMarkup = (handover: CarriedHandover): Markup =>
  element(
    'handover',
    { from: handover.from, to: handover.to, before: idList(handover.before), after: idList(handover.after) },
    ...(handover.agreement
      ? [
          element('what', {}, handover.agreement.what),
          handover.agreement.within && element('within', { ...handover.agreement.within }),
          optional('reason', handover.agreement.reason),
        ]
      : []),
  );

export const knipDeclaration = (prefix: string) => ` xmlns:${prefix}="${KNIP}"`;
