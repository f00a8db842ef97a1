import type { Cut, CutHandover, Outline } from '#bpmn';
import type { NamedHandover } from './comparison.answer.js';
import type { IdsNow } from './ids-now.js';

/** The hand-overs of one diagram under the decisions on it. */
export interface HandoversOf {
  outline: Outline | undefined;
  handovers: Cut['handovers'];
}

/**
 * The hand-overs that only one of two diagrams has. One is known again by its flow (model.md, "Steps, sides,
 * hand-overs"), also where that has another id now; a flow without a proper id by the names of its steps.
 */
export function handoversBetween(
  before: HandoversOf,
  after: HandoversOf,
  idsNow: IdsNow,
): { added: NamedHandover[]; removed: NamedHandover[] } {
  const [were, are] = [marked(before, idsNow), marked(after, new Map())];
  return { added: without(are, were), removed: without(were, are) };
}

/** Names of steps before a hand-over that are told: a gateway may gather thousands. */
const MOST_NAMES = 20;

interface Marked {
  mark: string;
  named: NamedHandover;
}

function marked({ outline, handovers }: HandoversOf, idsNow: IdsNow): Marked[] {
  const names = new Map(outline?.steps.map(({ key, name }) => [key, name || key]));
  const nameOf = (key: string) => names.get(key) ?? key;
  return handovers.map(({ flowId, decidable, name, before, after, from, to }: CutHandover) => {
    const named = {
      ...(flowId !== undefined && { flowId }),
      ...(name && { name }),
      before: before.slice(0, MOST_NAMES).map(nameOf),
      after: nameOf(after),
      from,
      to,
    };
    const mark =
      decidable && flowId !== undefined
        ? idsNow.has(flowId)
          ? `flow ${idsNow.get(flowId) ?? ''}`
          : `flow ${flowId}`
        : JSON.stringify([before.map(nameOf), named.after]);
    return { mark, named };
  });
}

/** Those of some that have no counterpart among others, each counterpart used once. */
function without(some: readonly Marked[], others: readonly Marked[]): NamedHandover[] {
  const left = new Map<string, number>();
  for (const { mark } of others) left.set(mark, (left.get(mark) ?? 0) + 1);
  return some.flatMap(({ mark, named }) => {
    const counterparts = left.get(mark) ?? 0;
    left.set(mark, counterparts - 1);
    return counterparts > 0 ? [] : [named];
  });
}
