import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PACKAGE_ROOT } from '../platform/environment/package-root.js';
import {
  AgreeHandoverCommand,
  BindStepCommand,
  DecideKnipCommand,
  LiftBindingCommand,
  PrioritiseChannelsCommand,
  RecordDataRequestsCommand,
  WithdrawKnipCommand,
} from '../knips/index.js';
import {
  NameMilestoneCommand,
  NameOwnerCommand,
  type ProcessCommand,
  RenameProcessCommand,
  RetireProcessCommand,
} from '../processes/index.js';
import type { Writing } from '../platform/writing/writing.js';

/**
 * One decision of the story: who decides what about which process, and when. Its other fields are those of
 * the HTTP body.
 */
export interface StoryEntry {
  process: string;
  /** RFC 3339. */
  at: string;
  /** Id of a demo person. */
  actor: string;
  command: keyof typeof COMMANDS;
}

const COMMANDS = {
  renameProcess: RenameProcessCommand,
  retireProcess: RetireProcessCommand,
  nameOwner: NameOwnerCommand,
  nameMilestone: NameMilestoneCommand,
  decideKnip: DecideKnipCommand,
  withdrawKnip: WithdrawKnipCommand,
  agreeHandover: AgreeHandoverCommand,
  prioritiseChannels: PrioritiseChannelsCommand,
  recordDataRequests: RecordDataRequestsCommand,
  bindStep: BindStepCommand,
  liftBinding: LiftBindingCommand,
};

/** All entries of `story/*.json`, in the order in which they happened. */
export function storyEntries(): StoryEntry[] {
  const folder = join(PACKAGE_ROOT, 'apps/api/src/demo-data/story');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort();
  const entries = files.flatMap(
    (file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as StoryEntry[],
  );
  return entries.toSorted((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

/** The command that an entry stands for. */
export function commandOf(
  { process: _, at: __, actor: ___, command, ...content }: StoryEntry,
  writing: Writing,
): ProcessCommand<object> {
  const commandClass = COMMANDS[command] as
    | (new (
        writing: Writing,
        content: object,
      ) => ProcessCommand<object>)
    | undefined;
  if (!commandClass) throw new Error(`The story knows no command ${command}.`);
  return new commandClass(writing, content);
}
