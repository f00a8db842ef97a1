import type { Channel } from '#contract';

/** Every channel there is, in the order in which they are offered. One that is missing does not compile. */
export const CHANNELS = Object.keys({
  web: true,
  phone: true,
  desk: true,
  post: true,
  email: true,
} satisfies Record<Channel, true>) as readonly Channel[];

/** One place up (-1) or down (1); at the end of the list nothing changes. */
export function moved(order: readonly Channel[], channel: Channel, by: -1 | 1): Channel[] {
  const from = order.indexOf(channel);
  const to = from + by;
  if (from < 0 || to < 0 || to >= order.length) return [...order];
  const result = order.filter((each) => each !== channel);
  result.splice(to, 0, channel);
  return result;
}

/** Taken in at the end, or left out. */
export function toggled(order: readonly Channel[], channel: Channel): Channel[] {
  return order.includes(channel) ? order.filter((each) => each !== channel) : [...order, channel];
}

/** The channels that the order leaves out. */
export function leftOut(order: readonly Channel[]): Channel[] {
  return CHANNELS.filter((channel) => !order.includes(channel));
}
