/** Names one state of a process, in an address: a version, a moment, or an adopted version. */
export type StateName =
  | { kind: 'version'; version: number }
  | { kind: 'moment'; at: string }
  | { kind: 'milestone'; name: string };

const MOMENT = /^\d{4}-\d\d-\d\d[Tt]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:\d\d)$/;

/** Reads a name as the service does: digits, a moment in RFC 3339, or else the name of an adopted version. */
export function readStateName(text: string): StateName {
  if (/^\d+$/.test(text)) return { kind: 'version', version: Number(text) };
  return MOMENT.test(text) ? { kind: 'moment', at: text } : { kind: 'milestone', name: text };
}

/** The name as it stands in an address. */
export function writeStateName(state: StateName): string {
  return state.kind === 'version' ? String(state.version) : state.kind === 'moment' ? state.at : state.name;
}

/** What to compare when the address names nothing: the newest adopted version, or the first, and now. */
export function usualStates(process: {
  latest: number;
  milestones: readonly { name: string; version: number }[];
}): { from: string; to: string } {
  const adopted = process.milestones
    .filter(({ version }) => version < process.latest)
    .toSorted((one, other) => other.version - one.version)[0];
  return { from: adopted?.name ?? '1', to: String(process.latest) };
}
