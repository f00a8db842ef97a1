import { copied, cut, type Cut, type CutHandover, type CutStep, type Outline, type OutlineStep } from '#bpmn';
import type { Actor } from '../platform/http/protocol/person.answer.js';
import type { Decided } from './answers/parts.answer.js';
import type { HandoverAnswer, KnipAnswer, StepAnswer } from './answers/step.answer.js';
import type { AlsoLapsedAnswer, MilestoneAnswer, ProcessAnswer } from './answers/process.answer.js';
import {
  PROCESS_KINDS_ABOUT_ELEMENTS,
  wordsOf,
  type ElementDecisionKind,
  type FreeText,
  type ProcessFactKind,
  type ProcessFactValues,
  type ProcessState,
  type StandingFact,
} from '#domain';
import type { StateAt } from '../process-facts/index.js';

/** What an answer says to everybody. */
export type StandingProcess = Omit<ProcessAnswer, 'latest' | 'parked' | 'may'>;

/**
 * A process as it stood at one version: what its diagram says and what was decided, brought together.
 * @param outline of the diagram of that version, if there is one
 * @param person id and name by id
 */
export function processAnswer(
  id: string,
  stateAt: StateAt,
  outline: Outline | undefined,
  person: (id: string) => Actor,
): StandingProcess {
  const told = new Telling(stateAt, person);
  const { state, made } = stateAt;
  const sides = outline && cutOf(outline, state);
  const domain = state.domain.get('')?.value;
  const [retired, owner, diagram, channels] = [
    state.retirement.get(''),
    state.owner.get(''),
    state.diagram.get(''),
    state.channels.get(''),
  ];
  const steps = outline && sides ? told.steps(outline, sides) : [];
  const decidable = decidableIds(outline?.steps ?? []);
  return {
    id,
    version: state.version,
    at: made.get(state.version)!.at,
    name: state.name.get('')?.value.name ?? id,
    domain: domain?.domain ?? '',
    ...(domain?.caseType !== undefined && { caseType: domain.caseType }),
    ...(retired && { retired: told.decided(retired) }),
    ...(owner && { owner: { ...told.decided(owner), person: person(owner.value.person) } }),
    ...(diagram && { diagram: { ...diagram.value, drawn: outline?.drawn ?? false } }),
    ...(channels && { channels: { ...told.decided(channels), channels: channels.value.channels } }),
    steps,
    handovers: sides?.handovers.map((handover) => told.handover(handover)) ?? [],
    undecided: steps.filter((step) => step.undecided).map((step) => step.key),
    counts: sides?.counts ?? NO_COUNTS,
    lapsed: told.lapsedKnips(decidable),
    alsoLapsed: told.alsoLapsed(decidable, sides?.handovers ?? []),
    milestones: told.milestones(),
  };
}

/**
 * Characters of reasons, alternatives and agreements that one answer tells in full: twenty thousand usual
 * ones. Nobody can make a process unreadable by long texts.
 */
const MOST_WORDS = 4_000_000;

/** A decision about an element or a flow that is no knip. */
type NoKnip = {
  [K in ElementDecisionKind]: { kind: K; value: ProcessFactValues[K] };
}[Exclude<ElementDecisionKind, 'knip'>];

function decidableIds(all: readonly { id?: string | undefined; decidable: boolean }[]): ReadonlySet<string> {
  return new Set(all.flatMap(({ id, decidable }) => (decidable && id !== undefined ? [id] : [])));
}

const NO_COUNTS = { front: 0, back: 0, unknown: 0, undecided: 0, handovers: 0 };

/** Where the knip runs through a diagram under the decisions of a state. */
export function cutOf(outline: Outline, state: ProcessState): Cut {
  return cut(outline, {
    knip: (elementId) => state.knip.get(elementId)?.value.side,
    boundSide: (elementId) => state.binding.get(elementId)?.value.side,
  });
}

/** Tells the facts of one state in the words of the contract. */
class Telling {
  private room = MOST_WORDS;

  constructor(
    private readonly stateAt: StateAt,
    private readonly person: (id: string) => Actor,
  ) {}

  /** What somebody wrote; its beginning where the answer has no room for more. The history has all of it. */
  private words(text: FreeText): string | undefined {
    const words = wordsOf(text);
    this.room -= words?.length ?? 0;
    return words !== undefined && this.room < 0 ? copied(words) : words;
  }

  decided(fact: StandingFact<ProcessFactValues[ProcessFactKind]>): Decided {
    const { at, actor } = this.stateAt.made.get(fact.version)!;
    const reason = 'reason' in fact.value ? this.words(fact.value.reason) : undefined;
    const carriedFrom = 'carriedFrom' in fact.value ? fact.value.carriedFrom : undefined;
    return {
      version: fact.version,
      at,
      actor: this.person(actor),
      ...(reason !== undefined && { reason }),
      ...(carriedFrom && { carriedFrom, ...this.first(fact.version) }),
    };
  }

  private first(version: number): Pick<Decided, 'decidedFirst'> {
    const { made, decidedIn } = this.stateAt;
    const first = decidedIn.get(version);
    const known = first === undefined ? undefined : made.get(first);
    if (first === undefined || !known) return {};
    return { decidedFirst: { version: first, at: known.at, actor: this.person(known.actor) } };
  }

  steps(outline: Outline, { steps }: Cut): StepAnswer[] {
    return outline.steps.map((step, index) => this.step(step, steps[index]!));
  }

  handover(handover: CutHandover): HandoverAnswer {
    const { flowId, decidable, before, after } = handover;
    const fact = decidable && flowId !== undefined ? this.stateAt.state.handover.get(flowId) : undefined;
    if (!fact) return { ...handover };
    const agreed = fact.value;
    const outdated = !sameMembers(agreed.before, before) || !sameMembers(agreed.after, [after]);
    const { within } = agreed;
    return {
      ...handover,
      agreement: {
        ...this.decided(fact),
        what: this.words(agreed.what) ?? '',
        ...(within && { within }),
        before: agreed.before,
        after: agreed.after,
        outdated,
      },
    };
  }

  /** Knips that count nowhere, because the diagram has no such step. */
  lapsedKnips(steps: ReadonlySet<string>): ProcessAnswer['lapsed'] {
    return [...this.stateAt.state.knip]
      .filter(([elementId]) => !steps.has(elementId))
      .map(([elementId, fact]) => {
        const { side, role } = fact.value;
        return { ...this.decided(fact), elementId, side, ...(role && { role }) };
      });
  }

  /** Other decisions that count nowhere, because the diagram has no such step or hand-over. */
  alsoLapsed(steps: ReadonlySet<string>, handovers: readonly CutHandover[]): AlsoLapsedAnswer[] {
    const flows = decidableIds(handovers.map(({ flowId, decidable }) => ({ id: flowId, decidable })));
    return PROCESS_KINDS_ABOUT_ELEMENTS.filter((kind) => kind !== 'knip').flatMap((kind) =>
      [...(this.stateAt.state[kind] as ReadonlyMap<string, StandingFact<ProcessFactValues[typeof kind]>>)]
        .filter(([key]) => key !== '' && !(kind === 'handover' ? flows : steps).has(key))
        .map(([elementId, fact]) => ({
          ...this.decided(fact),
          kind,
          elementId,
          ...this.saidOf({ kind, value: fact.value } as NoKnip),
        })),
    );
  }

  /** What a decision says, without what every decision says. */
  private saidOf({ kind, value }: NoKnip): Omit<AlsoLapsedAnswer, keyof Decided | 'kind' | 'elementId'> {
    switch (kind) {
      case 'binding':
        return ownOf(value);
      case 'channels':
        return { channels: value.channels };
      case 'handover':
        return { what: this.words(value.what) ?? '', ...(value.within && { within: value.within }) };
      case 'dataRequests':
        return { data: value.data };
    }
  }

  private knip(fact: StandingFact<ProcessFactValues['knip']>): KnipAnswer {
    const { side, role, alternatives = [], reason: _, carriedFrom: __, ...further } = fact.value;
    // A new member of the fact does not compile until the answer has it too.
    const shown: Pick<KnipAnswer, keyof typeof further> = further;
    return {
      ...this.decided(fact),
      side,
      ...(role && { role }),
      alternatives: alternatives.flatMap((text) => this.words(text) ?? []),
      ...shown,
    };
  }

  milestones(): MilestoneAnswer[] {
    return [...this.stateAt.state.milestone]
      .sort(([, one], [, other]) => one.version - other.version)
      .map(([name, fact]) => ({
        name,
        version: fact.value.version,
        at: this.decided(fact).at,
        actor: this.decided(fact).actor,
      }));
  }

  private step(step: OutlineStep, { side, from, undecided, laneDisagrees }: CutStep): StepAnswer {
    const { key, id, decidable, name, kind, automatic, lane, participant, considerations } = step;
    const knip = this.of('knip', step);
    const binding = this.of('binding', step);
    const channels = this.of('channels', step);
    const requests = this.of('dataRequests', step);
    const shared = { decidable, name, kind, automatic, undecided, laneDisagrees, considerations };
    return {
      key,
      ...(id !== undefined && { id }),
      ...shared,
      ...(lane && { lane }),
      ...(participant !== undefined && { participant }),
      ...(side && { side }),
      ...(from && { sideFrom: from }),
      ...(knip && { knip: this.knip(knip) }),
      ...(binding && { binding: { ...this.decided(binding), ...ownOf(binding.value) } }),
      ...(channels && { channels: { ...this.decided(channels), channels: channels.value.channels } }),
      ...(requests && { dataRequests: { ...this.decided(requests), data: requests.value.data } }),
    };
  }

  private of<K extends ProcessFactKind>(
    kind: K,
    { id, decidable }: OutlineStep,
  ): StandingFact<ProcessFactValues[K]> | undefined {
    return id !== undefined && decidable
      ? (this.stateAt.state[kind] as ReadonlyMap<string, StandingFact<ProcessFactValues[K]>>).get(id)
      : undefined;
  }
}

/** What a binding says, without what every decision says. */
function ownOf({ reason: _, carriedFrom: __, ...own }: ProcessFactValues['binding']) {
  return own;
}

function sameMembers(some: readonly string[], others: readonly string[]): boolean {
  return some.length === others.length && some.every((member) => others.includes(member));
}
