import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import * as bpmn from '#bpmn';
import { saveDiagram, type ProcessEvent, type ProcessState } from '#domain';
import { changedId } from '../../apps/api/src/diagrams/changed-id.js';
import { given } from '../../libs/domain/src/process/given.js';
import { movedByOne, withNames } from './renumber.mjs';
import { filesIn, WAYS } from './renumbered.mjs';

/** Our own files, and real ones that stand beside the repository. */
const FILES = filesIn(bpmn, 'bpmn', join(process.env.CORPUS_DIR ?? '../shared', 'corpus'));

const saved = (digest: string): ProcessEvent => ({
  type: 'DiagramSaved',
  data: { diagram: { digest, encoding: 'br', bytes: '' } },
});
const said = (text: string) => ({ text, salt: 'salt' });

/** A knip on every step and an agreement on every flow into one; each reason is the id. */
function decidedOn({ steps, entries }: bpmn.Outline): ProcessEvent[] {
  const flows = new Map(entries.filter(({ decidable }) => decidable).map((entry) => [entry.flow, entry]));
  return [
    { type: 'ProcessRegistered', data: { name: 'Kap', domain: 'wmo' } },
    saved('old'),
    ...steps
      .filter(({ decidable }) => decidable)
      .map(
        ({ key }): ProcessEvent => ({
          type: 'KnipDecided',
          data: { elementId: key, side: 'front', reason: said(key) },
        }),
      ),
    ...[...flows.values()].map(
      ({ flow, nearest, into }): ProcessEvent => ({
        type: 'HandoverAgreed',
        data: { flowId: flow, before: nearest, after: [into], what: said('Dossier'), reason: said(flow) },
      }),
    ),
  ];
}

/** What stands where: the decisions by the id in their reason. */
const standing = ({ knip, handover }: ProcessState): string[] =>
  [
    ...[...knip].map(([id, { value }]) => `${(value.reason as { text: string }).text} at ${id}`),
    ...[...handover].map(
      ([
        id,
        {
          value: { reason, before, after },
        },
      ]) => `${(reason as { text: string }).text} at ${id}: ${before.join(' ')} > ${after.join(' ')}`,
    ),
  ].sort();

describe('Of real files with all ids moved on by one', () => {
  it.each(WAYS)('every decision that follows stands on its own step or flow: %j', (way) => {
    let decisions = 0;
    for (const { text } of FILES) {
      const reading = bpmn.readDiagramText(text);
      if (!reading.ok) throw new Error(text.slice(0, 100));
      const { root, outline } = reading.diagram;
      const names = movedByOne(root, way);
      const events = decidedOn(outline);
      const state = given(...events);
      const ids = [...state.knip.keys(), ...state.handover.keys()];
      const { had, moved } = bpmn.idsBetween(text, withNames(text, root, names), ids, true);
      const command = { process: 'kap', seen: state.version, ids: 'follow' as const };
      const diagram = { digest: 'new', encoding: 'br' as const, bytes: '' };
      const held = { inForce: true, ids: had, moved: moved.map(changedId) };
      const followed = saveDiagram(state, { ...command, diagram }, [held]);
      const renamed = (told: string) =>
        told.replace(/(?<= at ).*/, (where) => where.replace(/[^ :>]+/g, (id) => names.get(id) ?? id));
      expect(standing(given(...events, ...followed))).toEqual(standing(state).map(renamed).sort());
      decisions += ids.length;
    }
    expect(decisions).toBeGreaterThan(200);
  });
});
