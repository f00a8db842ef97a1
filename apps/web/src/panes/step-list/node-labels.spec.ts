import { describe, expect, it } from '@jest/globals';
import type { CanvasNode } from '../../canvas/diagram/nodes.js';
import { nodeLabel } from './node-labels.js';

const words = { kind: (kind: string) => kind, after: (kind: string, name: string) => `${kind} na ${name}` };
const node = (id: string, name: string, more: Partial<CanvasNode> = {}): CanvasNode => ({
  id,
  name,
  kind: 'task',
  incoming: [],
  outgoing: [],
  ...more,
});
const flow = { id: 'F', name: '', kind: 'sequence' as const, fromId: 'A', toId: 'G' };

describe('what a flow node is called in a list', () => {
  it('is its name', () => {
    expect(nodeLabel(node('A', 'Beoordelen'), new Map(), words)).toBe('Beoordelen');
  });

  it('is its kind and what comes before it, when it has no name', () => {
    const before = node('A', 'Beoordelen');
    expect(
      nodeLabel(
        node('G', ' ', { kind: 'exclusiveGateway', incoming: [flow] }),
        new Map([['A', before]]),
        words,
      ),
    ).toBe('exclusiveGateway na Beoordelen');
  });

  it('is its kind alone, when nothing before it has a name', () => {
    expect(nodeLabel(node('S', '', { kind: 'startEvent' }), new Map(), words)).toBe('startEvent');
  });
});
