import { standing, type StandingFact } from '../facts.js';
import type { CarriedFrom, ProcessDataOf, ProcessEvent } from './events.js';
import { PROCESS_KINDS_ABOUT_ELEMENTS, type ElementDecisionKind, type ProcessFactValues } from './facts.js';
import { processNameOf } from './preconditions.js';
import { ProcessRefusal } from './process-refusal.js';
import type { ProcessState } from './state.js';

/*
 * Ids that changed hands. A decision stands under the id of its step or flow. Where a new diagram gives that
 * id to another element, a person says whether the decisions follow their elements, or stay with their ids.
 * What the matching of diagrams says comes in as data.
 */

export const IDS_ANSWERS = ['follow', 'keep'] as const;
export type IdsAnswer = (typeof IDS_ANSWERS)[number];

/** An element as a person is asked about it; without a name where it has none. */
interface AskedElement {
  name?: string;
  /** Its BPMN type. */
  kind: string;
}

/** An id that stands on another element than before, or whose element has another id now. */
export interface ChangedId {
  id: string;
  had: AskedElement;
  /** Who has the id now; absent where nobody has. */
  has?: AskedElement;
  /** The id that the former has now; absent where it is gone. */
  wentTo?: string;
}

/** An earlier diagram that the new one is held against. */
export interface HeldAgainst {
  /** False for an earlier diagram than the one in force. */
  inForce: boolean;
  /** Those of the ids that decisions name that this diagram was the last to have. */
  ids: readonly string[];
  /** Those of them that moved between this diagram and the new one. */
  moved: readonly ChangedId[];
}

/** An id with decisions that moved, as a person is asked about it. */
export interface MovedDecisions extends ChangedId {
  decisions: ElementDecisionKind[];
}

/** What a person who saves a diagram says of ids. */
interface SaysOfIds {
  /** Left out where nobody was asked. */
  ids?: IdsAnswer;
}

/** The ids of steps and flows on which something is decided, and of steps that agreements name. */
export function idsWithDecisions(state: ProcessState): { decided: string[]; named: string[] } {
  const decided = PROCESS_KINDS_ABOUT_ELEMENTS.flatMap((kind) => [...state[kind].keys()]);
  const agreements = [...state.handover.values()].map(({ value }) => value);
  const named = agreements.flatMap(({ before, after }) => [...before, ...after]);
  return { decided: [...new Set(decided)].filter((id) => id !== ''), named: [...new Set(named)] };
}

/** The sentence of a refusal names at most this many ids; its details have all. */
const NAMED = 10;

type DiagramEvent = Extract<ProcessEvent, { type: 'DiagramSaved' | 'DiagramMerged' }>;

/**
 * The events that record a diagram, with what becomes of the decisions whose ids moved.
 * @throws ProcessRefusal when ids with decisions changed hands and nobody said what that means
 */
export function withIds(
  state: ProcessState,
  { ids: said }: SaysOfIds,
  held: readonly HeldAgainst[],
  saved: DiagramEvent,
): ProcessEvent[] {
  if (said === 'keep') return [{ ...saved, data: { ...saved.data, ids: 'kept' } } as DiagramEvent];
  if (said === 'follow') {
    const { ended, carried } = followed(state, held);
    return [...ended, saved, ...carried];
  }
  const named = stepsOfAgreements(agreementsWithFlow(state, held));
  const moved = held.flatMap(concerned).flatMap((one) => movedDecisions(state, one, named));
  const changedHands = moved.filter(({ has }) => has);
  if (changedHands.length === 0) return [saved];
  const renamed = moved.filter(({ has }) => !has);
  const ids = changedHands.map(({ id }) => id);
  throw new ProcessRefusal(
    'idsChangedHands',
    {
      name: processNameOf(state),
      ids: [...ids.slice(0, NAMED), ...(ids.length > NAMED ? ['…'] : [])].join(', '),
    },
    { changedHands, ...(renamed.length > 0 && { renamed }) },
  );
}

function movedDecisions(
  state: ProcessState,
  changed: ChangedId,
  named: ReadonlySet<string>,
): MovedDecisions[] {
  const { id, has } = changed;
  const decisions: ElementDecisionKind[] = PROCESS_KINDS_ABOUT_ELEMENTS.filter((kind) => state[kind].has(id));
  // An agreement whose flow stays would get another step, although nothing is decided on the step itself.
  if (decisions.length === 0 && has && named.has(id)) decisions.push('handover');
  return decisions.length === 0 ? [] : [{ ...changed, decisions }];
}

/**
 * The ids to ask about: those that another element has now. For the diagram in force, also ids that no
 * element has any more, because these decisions can follow too. The page offers to record again what lapsed
 * earlier.
 */
const concerned = ({ inForce, moved }: HeldAgainst): readonly ChangedId[] =>
  inForce ? moved : moved.filter(({ has }) => has);

/** One decision on its way. */
interface Move {
  kind: ElementDecisionKind;
  key: string;
  fact: StandingFact<ProcessFactValues[ElementDecisionKind]>;
  /** The id under which it is recorded again. */
  to: string | undefined;
}

type AgreementMove = Move & { kind: 'handover'; fact: StandingFact<ProcessFactValues['handover']> };

/**
 * Ends the decisions whose ids moved, and records them again for the same elements. A decision whose element
 * is gone only ends. So does one whose element got another decision of that kind since: that one is newer.
 */
function followed(
  state: ProcessState,
  held: readonly HeldAgainst[],
): { ended: ProcessEvent[]; carried: ProcessEvent[] } {
  const stepsNow = stepsIn(held);
  const moves = [...movesOf(state, held), ...agreementsStaying(state, held, stepsNow)];
  const leaving = new Set(moves.map(({ kind, key }) => `${kind} ${key}`));
  const arrived = new Map<string, ProcessFactValues[ElementDecisionKind]>();
  const at = <K extends ElementDecisionKind>(kind: K, id: string): ProcessFactValues[K] | undefined =>
    (arrived.get(`${kind} ${id}`) as ProcessFactValues[K] | undefined) ??
    (leaving.has(`${kind} ${id}`)
      ? undefined
      : (standing(state, kind, id) as ProcessFactValues[K] | undefined));
  const settled = moves.map((move) => {
    const { kind, to, fact } = move;
    if (to === undefined || at(kind, to)) return { ...move, to: undefined };
    const knip = kind === 'knip' ? (fact.value as ProcessFactValues['knip']) : at('knip', to);
    const binding = kind === 'binding' ? (fact.value as ProcessFactValues['binding']) : at('binding', to);
    if (knip && binding?.side && binding.side !== knip.side) return { ...move, to: undefined };
    arrived.set(`${kind} ${to}`, fact.value);
    return move;
  });
  const inOrder = settled.sort((one, other) => one.fact.version - other.fact.version);
  return {
    ended: inOrder.filter(({ key, to }) => key !== to).map(ending),
    carried: inOrder.flatMap((move) => (move.to === undefined ? [] : recordedAgain(move, move.to, stepsNow))),
  };
}

const movesOf = (state: ProcessState, held: readonly HeldAgainst[]): Move[] =>
  held.flatMap(concerned).flatMap(({ id, wentTo }) =>
    PROCESS_KINDS_ABOUT_ELEMENTS.flatMap((kind): Move[] => {
      const fact = state[kind].get(id);
      return fact ? [{ kind, key: id, fact, to: wentTo }] : [];
    }),
  );

/** An agreement on a flow that kept its id names steps, which may have other ids now. */
const agreementsStaying = (state: ProcessState, held: readonly HeldAgainst[], stepsNow: StepsNow): Move[] =>
  agreementsWithFlow(state, held).filter((one) =>
    [...stepsOfAgreements([one])].some((step) => stepsNow(step)[0] !== step),
  );

/** The agreements whose flow is the same in the new diagram, under the same id. */
function agreementsWithFlow(state: ProcessState, held: readonly HeldAgainst[]): AgreementMove[] {
  return held.flatMap(({ ids, moved }) => {
    const gone = new Set(moved.map(({ id }) => id));
    return ids.flatMap((key): AgreementMove[] => {
      const fact = gone.has(key) ? undefined : state.handover.get(key);
      return fact ? [{ kind: 'handover', key, fact, to: key }] : [];
    });
  });
}

const stepsOfAgreements = (agreements: readonly AgreementMove[]): ReadonlySet<string> =>
  new Set(agreements.flatMap(({ fact: { value } }) => [...value.before, ...value.after]));

/** The id now of a step that an agreement names, or none where it is gone and its id is another's. */
type StepsNow = (id: string) => string[];

function stepsIn(held: readonly HeldAgainst[]): StepsNow {
  const byId = new Map(held.flatMap(({ moved }) => moved.map((one) => [one.id, one] as const)));
  return (id) => {
    const moved = byId.get(id);
    if (!moved) return [id];
    return moved.wentTo === undefined ? [] : [moved.wentTo];
  };
}

function ending({ kind, key, fact, to }: Move): ProcessEvent {
  const { reason } = fact.value;
  const said = { reason, ...(to !== undefined && { carriedTo: to }) };
  if (kind === 'knip') return { type: 'KnipWithdrawn', data: { elementId: key, ...said } };
  if (kind === 'binding') return { type: 'BindingLifted', data: { elementId: key, ...said } };
  return { type: 'DecisionEnded', data: { kind, key, ...said } };
}

/** The same decision, texts and salts included, for its element under another id. */
function recordedAgain(
  { kind, key, fact: { value, version } }: Move,
  to: string,
  stepsNow: StepsNow,
): ProcessEvent {
  const carriedFrom: CarriedFrom = { elementId: key, version };
  const data = { ...value, [kind === 'handover' ? 'flowId' : 'elementId']: to, carriedFrom } as unknown;
  switch (kind) {
    case 'knip':
      return { type: 'KnipDecided', data: data as ProcessDataOf<'KnipDecided'> };
    case 'channels':
      return { type: 'ChannelsPrioritised', data: data as ProcessDataOf<'ChannelsPrioritised'> };
    case 'dataRequests':
      return { type: 'DataRequestsRecorded', data: data as ProcessDataOf<'DataRequestsRecorded'> };
    case 'binding':
      return { type: 'StepBound', data: data as ProcessDataOf<'StepBound'> };
    case 'handover': {
      const agreed = data as ProcessDataOf<'HandoverAgreed'>;
      const [before, after] = [agreed.before.flatMap(stepsNow), agreed.after.flatMap(stepsNow)];
      return { type: 'HandoverAgreed', data: { ...agreed, before, after } };
    }
  }
}
