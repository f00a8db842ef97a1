import { useTranslation } from 'react-i18next';
import type { Canvas } from '../canvas/canvas.js';
import { useNodeWords } from './step-list/use-node-words.js';

/**
 * What is selected on the canvas besides steps and hand-overs, by its kind and name; undefined for what says
 * nothing of its own, such as the pool.
 */
export function useChosen(
  canvas: Canvas | undefined,
  selected: string | undefined,
): { kind: string; name: string } | undefined {
  const { t } = useTranslation('stepList');
  const { kind } = useNodeWords([]);
  if (!canvas || selected === undefined) return undefined;
  const lane = canvas.lanes().find(({ id }) => id === selected);
  if (lane) return { kind: t('lane'), name: lane.name };
  const nodes = canvas.nodes();
  const node = nodes.find(({ id }) => id === selected);
  if (node) return { kind: kind(node.kind), name: node.name };
  const flow = nodes.flatMap(({ outgoing }) => outgoing).find(({ id }) => id === selected);
  return flow && { kind: t(flow.kind), name: flow.name };
}
