import { CHANNELS, TERM_UNITS, type CarriedContent, type CarriedHandover, type Side } from './outline.js';
import { BPMN, KNIP } from './xml/namespaces.js';
import { attribute, childrenNamed } from './xml/xml-tree.js';
import type { XmlElement } from './xml/xml-tree.js';

export const sideFrom = (value: string | undefined): Side | undefined =>
  value === 'front' || value === 'back' ? value : undefined;

/**
 * What an activity carries in our namespace (docs/namespace.md); what does not fit the format is left out.
 */
export function carriedContent(element: XmlElement): CarriedContent {
  const own = ownChildren(element);
  if (own.length === 0) return { considerations: [], dataRequests: [] };
  const named = (local: string) => own.filter((child) => child.local === local);
  const binding = named('binding')[0];
  const knip = named('knip')[0];
  const knipSide = knip && sideFrom(attribute(knip, 'side'));
  const channels = carriedChannels(element);
  return {
    ...(binding && { binding: readBinding(binding) }),
    considerations: named('consideration').flatMap((child) => {
      const side = sideFrom(attribute(child, 'for'));
      const text = child.text.trim();
      return side && text ? [{ for: side, text }] : [];
    }),
    dataRequests: named('dataRequest').flatMap((child) => {
      const name = attribute(child, 'name')?.trim();
      const registry = attribute(child, 'registry')?.trim();
      return name ? [{ name, ...(registry && { registry }) }] : [];
    }),
    ...(knip && knipSide && { knip: readKnip(knip, knipSide) }),
    ...(channels && { channels }),
  };
}

/** Order of channels carried by an activity or a process; undefined where there is none. */
export function carriedChannels(element: XmlElement): CarriedContent['channels'] {
  const found = ownChildren(element).find((child) => child.local === 'channels');
  const order = new Set((found && attribute(found, 'order')?.split(/\s+/)) ?? []);
  const channels = [...order].flatMap((channel) => CHANNELS.find((known) => known === channel) ?? []);
  const reason = found && textOf(found, 'reason');
  return channels.length > 0 ? { channels, ...(reason && { reason }) } : undefined;
}

/** The hand-over that a flow carries; undefined where there is none. */
export function carriedHandover(flow: XmlElement): CarriedHandover | undefined {
  const found = ownChildren(flow).find((child) => child.local === 'handover');
  const from = found && sideFrom(attribute(found, 'from'));
  const to = found && sideFrom(attribute(found, 'to'));
  if (!from || !to) return undefined;
  const what = textOf(found, 'what');
  const reason = textOf(found, 'reason');
  const within = childrenNamed(found, KNIP, 'within')[0];
  const amount = Number(within && attribute(within, 'amount'));
  const written = within && attribute(within, 'unit');
  const unit = TERM_UNITS.find((known) => known === written);
  const limited = amount > 0 && unit ? { within: { amount, unit } } : {};
  return {
    from,
    to,
    before: idsIn(attribute(found, 'before')),
    after: idsIn(attribute(found, 'after')),
    ...(what && { agreement: { what, ...limited, ...(reason && { reason }) } }),
  };
}

const idsIn = (list: string | undefined) =>
  (list ?? '')
    .split(' ')
    .filter((id) => id !== '')
    .map((id) => id.replace(/%(25|20|09|0A|0D)/gi, decodeURIComponent));

const NONE: readonly XmlElement[] = [];

/** Children of `extensionElements` in our namespace. */
function ownChildren(element: XmlElement): readonly XmlElement[] {
  // Most elements hold nothing at all, and each is asked.
  if (element.children.length === 0) return NONE;
  return childrenNamed(element, BPMN, 'extensionElements').flatMap((extension) =>
    extension.children.filter((child) => child.uri === KNIP),
  );
}

function readBinding(binding: XmlElement): NonNullable<CarriedContent['binding']> {
  const side = sideFrom(attribute(binding, 'side'));
  const by = attribute(binding, 'by')?.trim();
  const reason = binding.text.trim();
  return {
    ...(side && { side }),
    ...(by && { by }),
    source: attribute(binding, 'source')?.trim() ?? '',
    ...(reason && { reason }),
  };
}

function readKnip(knip: XmlElement, side: Side): NonNullable<CarriedContent['knip']> {
  const role = attribute(knip, 'role');
  const reason = textOf(knip, 'reason');
  const alternatives = childrenNamed(knip, KNIP, 'alternative')
    .map((child) => child.text.trim())
    .filter((text) => text !== '');
  return {
    side,
    ...((role === 'generalist' || role === 'specialist') && { role }),
    ...(reason && { reason }),
    alternatives,
  };
}

const textOf = (element: XmlElement, local: string) => childrenNamed(element, KNIP, local)[0]?.text.trim();
