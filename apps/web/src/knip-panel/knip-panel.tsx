import type { KnipPanelProps } from './props.js';

/** Where the knip is decided: for the selected step, hand-over, or the process as a whole. */
export function KnipPanel({ process, step, handover }: KnipPanelProps) {
  return <section>{step?.name ?? handover?.name ?? process.name}</section>;
}
