/**
 * What a side of a comparison is named by, as it stands in the address: a version, a moment or an adopted
 * version.
 */
export type SideChoice =
  | { kind: 'version'; version: number }
  | { kind: 'moment'; at: string }
  | { kind: 'milestone'; name: string };

const MOMENT = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)$/;

/**
 * Reads a side as the service does: digits a version, RFC 3339 a moment, else the name of an adopted version.
 */
export function readSide(text: string): SideChoice {
  if (/^\d+$/.test(text)) return { kind: 'version', version: Number(text) };
  return MOMENT.test(text) ? { kind: 'moment', at: text } : { kind: 'milestone', name: text };
}

/** The side as it stands in an address. */
export function writeSide(side: SideChoice): string {
  return side.kind === 'version' ? String(side.version) : side.kind === 'moment' ? side.at : side.name;
}

/**
 * What one most likely wants to see who asks for a comparison without saying of what: what was decided since
 * the newest adopted version, or since the beginning, until now.
 */
export function usualSides(process: {
  latest: number;
  milestones: readonly { name: string; version: number }[];
}): { from: string; to: string } {
  const adopted = process.milestones
    .filter(({ version }) => version < process.latest)
    .toSorted((one, other) => other.version - one.version)[0];
  return { from: adopted?.name ?? '1', to: String(process.latest) };
}
