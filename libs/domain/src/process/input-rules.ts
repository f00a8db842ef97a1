import { CHANNELS, type Channel } from './events.js';

/** Bounds of what people may send: UTF-16 units for texts, entries for lists. */
export const PROCESS_LIMITS = {
  source: 500,
  alternatives: 20,
  data: 100,
  amount: 10_000,
  choices: 1_500,
} as const;

/** True for a name that a comparison could mistake for a version, a moment, a proposal or a pilot. */
export function isReservedMilestoneName(name: string): boolean {
  const trimmed = name.trim();
  return (
    !Number.isNaN(Number(trimmed.replace(',', '.'))) ||
    /^\d{4}-\d{2}-\d{2}([T ].*)?$/i.test(trimmed) ||
    /^(proposal|pilot):/i.test(trimmed)
  );
}

/** True for a list of at least one channel that names each channel once. */
export function isChannelOrder(channels: readonly string[]): channels is Channel[] {
  return (
    channels.length > 0 &&
    new Set(channels).size === channels.length &&
    channels.every((channel) => (CHANNELS as readonly string[]).includes(channel))
  );
}
