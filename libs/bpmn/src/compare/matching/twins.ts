import type { Thing } from '../side/side.js';
import { pairByKey } from './pairs.js';
import type { Pairs } from './pairs.js';

/**
 * What nothing tells apart, such as two empty processes of one id: in the order of the file, within what
 * holds it.
 */
export function twinsInOrder(pairs: Pairs): void {
  // Holders stand before what they hold, so that the pairs of one round are the holders of the next.
  for (let known = -1; pairs.size > known; ) {
    known = pairs.size;
    const [before, after] = [pairs.openBefore(isTwin), pairs.openAfter(isTwin)];
    if (before.length === 0 || after.length === 0) return;
    for (const words of [({ id }: Thing) => id ?? '', () => '']) {
      const key = (isBefore: boolean) => (thing: Thing) => {
        const around =
          thing.parent &&
          (isBefore ? pairs.afterOf(thing.parent) && thing.parent : pairs.beforeOf(thing.parent));
        return around && `${around.order} ${thing.element.local} ${words(thing)} ${thing.label}`;
      };
      pairByKey(pairs, before, after, key(true), key(false), false);
    }
  }
}

const isTwin = ({ unique }: Thing) => !unique;
