import { createHash } from 'node:crypto';
import type { CommandBus } from '@nestjs/cqrs';
import type { Person } from '../platform/http/protocol/person.answer.js';
import type { EventStore } from '#event-store';
import type { People } from '../platform/http/access/people.js';
import { DiagramWork, SaveDiagramCommand } from '../diagrams/index.js';
import { USUAL_BOUNDS } from '../platform/environment/bounds.js';
import { type ProcessCommand, RegisterProcessCommand, PROCESS } from '../processes/index.js';
import { BindStepCommand } from '../knips/index.js';
import { derivedId, type Writing } from '../platform/writing/writing.js';
import { genericProcesses, type GenericProcess } from './generic-processes.js';
import { asLoadingRefused } from './loading-refused.js';
import { commandOf, storyEntries } from './story.js';

/** The generic processes were there before the story begins. */
const LOADED_FROM = Date.parse('2026-03-02T08:00:00Z');
const BETWEEN_MS = 20_000;

interface Step {
  process: string;
  commandId: string;
  command(): ProcessCommand<object> | Promise<ProcessCommand<object>>;
}

/**
 * Loads the generic processes and plays the story, when the log is empty or holds nothing but a loading that
 * was broken off. Every command has an id that is always the same, so whatever was done is not done again. A
 * log that another edition of the demonstration began is left alone: what that decided may forbid what this
 * one would.
 * @throws StartRefused naming the process that cannot be loaded, and why
 */
export async function loadDemoData(
  store: EventStore,
  commands: CommandBus,
  people: People,
  onProgress: (share: number) => void,
): Promise<void> {
  const steps = plan(people);
  const begun = await store.readAll(undefined, steps.length + 1);
  const planned = new Set(steps.map(({ commandId }) => commandId));
  if (begun.some(({ metadata }) => !metadata.demo || !planned.has(metadata.commandId))) return;
  const done = new Set(begun.map(({ metadata }) => metadata.commandId));
  const left = steps.filter(({ commandId }) => !done.has(commandId));
  for (const [index, step] of left.entries()) {
    onProgress((done.size + index) / steps.length);
    await carriedOut(step, commands);
  }
}

async function carriedOut({ process, command }: Step, commands: CommandBus): Promise<void> {
  try {
    await commands.execute(await command());
  } catch (error) {
    throw asLoadingRefused(process, error);
  }
}

function plan(people: People): Step[] {
  let next = LOADED_FROM;
  const loading = genericProcesses().flatMap((generic) =>
    stepsFor(generic, people, () => new Date((next += BETWEEN_MS))),
  );
  const story = storyEntries().map((entry): Step => {
    const commandId = derivedId('story', JSON.stringify(entry));
    const writing = {
      subject: { kind: PROCESS, id: entry.process },
      actor: demoPerson(people, entry.actor),
      commandId,
      demo: { now: new Date(entry.at) },
    };
    return { process: entry.process, commandId, command: () => commandOf(entry, writing) };
  });
  return [...loading, ...story];
}

/** Registers a process, saves its diagram, and takes its bindings over as decisions. */
function stepsFor(
  { id, domain, name, bytes, bindings }: GenericProcess,
  people: People,
  clock: () => Date,
): Step[] {
  const writingOf = (what: string, actor: string): Writing => ({
    subject: { kind: PROCESS, id },
    actor: demoPerson(people, actor),
    commandId: derivedId('generic', id, what),
    seen: 1,
    demo: { now: clock() },
  });
  const step = (writing: Writing, command: Step['command']): Step => ({
    process: id,
    commandId: writing.commandId,
    command,
  });

  const work = new DiagramWork(USUAL_BOUNDS);
  const registered = writingOf('registered', `werkgroep-${domain}`);
  const saved = writingOf(`saved ${createHash('sha256').update(bytes).digest('hex')}`, `werkgroep-${domain}`);
  return [
    step(registered, () => new RegisterProcessCommand(registered, { name, domain })),
    step(saved, () =>
      SaveDiagramCommand.ofBytes(saved, bytes, work, { note: 'Generieke procesbeschrijving' }),
    ),
    ...bindings.map(
      ({
        elementId,
        binding: { reason = 'Zo staat het in de generieke procesbeschrijving.', ...binding },
      }) => {
        const bound = writingOf(`bound ${elementId}`, 'procesverantwoordelijke');
        return step(bound, () => new BindStepCommand(bound, { elementId, ...binding, reason }));
      },
    ),
  ];
}

function demoPerson(people: People, id: string): Person {
  const person = people.find(id);
  if (!person) throw new Error(`The demonstration knows nobody called ${id}.`);
  return person;
}
