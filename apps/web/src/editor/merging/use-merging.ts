import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { MergeConflict, MergedAnswer, ProcessAnswer } from '#contract';
import { diagramQuery } from '../../process/diagram-query.js';
import { newKey, ProblemError } from '../../http.js';
import type { Subject } from '../../process/subject.js';
import type { IdsAnswer, MovedIds, SaidOfIds } from '../moved-ids/said-of-ids.js';
import { stillFitting, unchosen, type Choices } from './choices.js';
import { previewOf, type MergePreview } from './merge-preview.js';
import { sendMerge, type Merged } from './send-merge.js';

/** What a person wants to save, made on a version that is no longer the newest. */
export interface Mine {
  base: number;
  xml: string;
  note: string;
}

/** Two drawings that were held against each other. */
export interface Held extends MergePreview {
  theirs: ProcessAnswer;
  theirXml: string;
}

/** Before and after a refusal alike: what was read, what was chosen, and what came of sending it. */
interface State {
  held?: Held;
  /** They cannot be held against each other at all. */
  impossible?: true;
  choices: Choices;
  /** Somebody saved again meanwhile: the list is another one. */
  savedAgain: boolean;
  busy: boolean;
  failure?: string;
  /** The service asks what becomes of the decisions on these. */
  moved?: MovedIds;
}

/**
 * Brings a drawing together with what was saved since: looks at once whether that goes by itself, keeps what
 * is chosen, and sends it.
 * @param mine stays the same as long as this is shown
 * @param version the newest version as far as known; what is newer than what is held is fetched
 */
export function useMerging(
  subject: Subject,
  mine: Mine,
  version: number,
  saidOfIds: SaidOfIds,
  onMerged: (answer: MergedAnswer, held: Held) => Promise<void>,
) {
  const client = useQueryClient();
  const { base, xml } = mine;
  const [state, setState] = useState<State>({ choices: {}, savedAgain: false, busy: false });
  /** A request that got no answer, but may have arrived. */
  const sent = useRef<{ what: string; ids: IdsAnswer | undefined; key: string }>(undefined);
  const change = (part: Partial<State>) => setState((before) => ({ ...before, ...part }));

  const newestHeld = state.held?.theirs.version ?? 0;
  useEffect(() => {
    if (newestHeld >= version) return;
    let over = false;
    heldBeside(client, subject, base, xml).then(
      (held) =>
        !over &&
        setState((before) => ({ ...before, held, choices: stillFitting(before.choices, held.conflicts) })),
      () => !over && setState((before) => ({ ...before, impossible: true })),
    );
    return () => {
      over = true;
    };
  }, [client, subject, base, xml, version, newestHeld]);

  /** What the service says has to be chosen counts, even where this page would not have thought so. */
  const clash = async (conflicts: MergeConflict[]) => {
    const held = { ...(await heldBeside(client, subject, base, xml)), conflicts };
    setState((before) => ({
      ...before,
      held,
      busy: false,
      savedAgain: before.held?.theirs.version !== held.theirs.version,
      choices: stillFitting(before.choices, conflicts),
    }));
  };

  const send = async () => {
    const { held, choices, busy } = state;
    if (!held || busy || unchosen(choices, held.conflicts).length > 0) return;
    setState(({ failure: _, moved: _moved, ...before }) => ({ ...before, busy: true, savedAgain: false }));
    try {
      const merged = await sendOrAnswer(choices);
      if (merged.outcome === 'merged') await onMerged(merged.answer, held);
      else if (merged.outcome === 'clash') await clash(merged.conflicts);
      else change({ busy: false, moved: merged.moved });
    } catch (error) {
      if (error instanceof ProblemError && !error.mayHaveArrived) {
        sent.current = undefined;
        saidOfIds.forget();
      }
      change({ busy: false, failure: error instanceof Error ? error.message : String(error) });
    }
  };

  /** If the service asks about ids that the person already answered for, repeats that answer. */
  const sendOrAnswer = async (choices: Choices): Promise<Merged> => {
    const what = JSON.stringify([mine, choices]);
    const sendWith = async (ids: IdsAnswer | undefined) => {
      if (sent.current?.what !== what || sent.current.ids !== ids)
        sent.current = { what, ids, key: newKey() };
      const merged = await sendMerge(subject, { ...mine, choices, ids, key: sent.current.key });
      sent.current = undefined;
      return merged;
    };
    const merged = await sendWith(sent.current?.what === what ? sent.current.ids : undefined);
    const ids = merged.outcome === 'ids-moved' ? saidOfIds.about(merged.moved) : undefined;
    return ids ? sendWith(ids) : merged;
  };

  const answerIds = (ids: IdsAnswer) => {
    if (state.moved) saidOfIds.say(state.moved, ids);
    return void send();
  };

  return { ...state, choose: (choices: Choices) => change({ choices }), send, answerIds };
}

/** Holds a drawing made on a version against the newest one there is. */
async function heldBeside(client: QueryClient, subject: Subject, base: number, xml: string): Promise<Held> {
  const [made, theirs] = await Promise.all([
    client.fetchQuery({ ...subject.stateQuery(base), staleTime: Infinity }),
    client.fetchQuery({ ...subject.stateQuery(), staleTime: 0 }),
  ]);
  if (!made.diagram || !theirs.diagram) throw new Error('There is no drawing to merge with.');
  const [baseXml, theirXml] = await Promise.all(
    [made.diagram, theirs.diagram].map((diagram) => client.fetchQuery(diagramQuery(subject.path(), diagram))),
  );
  return { ...previewOf(baseXml!, xml, theirXml!), theirs, theirXml: theirXml! };
}

export type MergingState = ReturnType<typeof useMerging>;
