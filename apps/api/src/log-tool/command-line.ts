import { parseArgs } from 'node:util';
import { StartRefused, streamPrefix } from '../platform/environment/settings.js';

/** The options of each command. Those in `needs` are required. */
const COMMANDS = {
  copy: {
    takes: ['from', 'from-prefix', 'to', 'to-prefix', 'people', 'without-foreign'],
    needs: ['from', 'to'],
  },
  verify: { takes: ['from', 'from-prefix', 'root', 'events'], needs: [] },
  stats: { takes: ['from', 'from-prefix'], needs: [] },
  backup: { takes: ['from', 'to'], needs: ['to'] },
  restore: { takes: ['from', 'to'], needs: ['from'] },
} as const;

export type CommandName = keyof typeof COMMANDS;

export interface CommandLine {
  command: CommandName;
  from?: string;
  to?: string;
  /** Before the names of streams on a server; undefined where nothing is said, empty for none. */
  fromPrefix?: string;
  toPrefix?: string;
  people: boolean;
  /** Whether a copy leaves out foreign events. */
  withoutForeign: boolean;
  /** SHA-256 as lowercase hex. */
  root?: string;
  events?: number;
}

export const HELP = `npm run log -- <command>

  copy    --from <place> --to <place> [--people] [--without-foreign]
                                                   copies a log to another place, in order, unchanged; goes on where it was stopped;
                                                   names of people go along only with --people; events in our streams that another
                                                   program wrote are refused, or left out with --without-foreign
  verify  [--from <place>] [--root <hash> [--events <number>]]
                                                   holds every event against its hash, and the log (or its first so many events)
                                                   against a root that was noted
  stats   [--from <place>]                         counts what stands in a log
  backup  [--from <place>] --to <file>             copies the embedded log into one file, while the service runs
  restore --from <file> [--to <folder>]            makes a backup the log of a folder that has none

A place is a data folder, the log.sqlite in it, or the connection string of a server, as in esdb://server:2113. Names of streams on a server
begin with EVENTSTORE_PREFIX; copy, verify and stats take another with --from-prefix, copy also with --to-prefix ('' for none).
Where a place is left out, it is where the service keeps its log (DATA_DIR, EVENT_STORE, EVENTSTORE_URL). A service may run on the log that is read, not on the one that is written.
`;

const OPTIONS = {
  from: { type: 'string' },
  to: { type: 'string' },
  'from-prefix': { type: 'string' },
  'to-prefix': { type: 'string' },
  people: { type: 'boolean' },
  'without-foreign': { type: 'boolean' },
  root: { type: 'string' },
  events: { type: 'string' },
} as const;

/**
 * Reads the arguments of the command.
 * @throws StartRefused with one sentence that says what is wrong
 */
export function readCommandLine([name = '', ...args]: readonly string[]): CommandLine {
  if (!Object.hasOwn(COMMANDS, name))
    throw new StartRefused(`There is no command ${name}: npm run log says which there are.`);
  const command = name as CommandName;
  const { takes, needs } = COMMANDS[command];
  // Not strict, so that errors have our own wording.
  const { values, tokens } = parseArgs({
    args,
    options: OPTIONS,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind === 'positional')
      throw new StartRefused(`${command} does not know what to do with ${token.value}.`);
    if (token.kind !== 'option') continue;
    if (!takes.some((option) => option === token.name))
      throw new StartRefused(`${command} has no option ${token.rawName}.`);
    const mayBeEmpty = token.name.endsWith('-prefix') && token.value === '';
    if (mayBeEmpty) continue;
    const isFlag = token.name === 'people' || token.name === 'without-foreign';
    if (isFlag ? token.value !== undefined : !token.value || token.value.startsWith('--')) {
      throw new StartRefused(`${token.rawName} ${isFlag ? 'takes no value' : 'needs a value'}.`);
    }
  }
  for (const option of needs)
    if (values[option] === undefined) throw new StartRefused(`${command} needs --${option}.`);
  const {
    from,
    to,
    'from-prefix': fromPrefix,
    'to-prefix': toPrefix,
    people,
    root,
    events,
  } = values as {
    from?: string;
    to?: string;
    'from-prefix'?: string;
    'to-prefix'?: string;
    people?: boolean;
    root?: string;
    events?: string;
  };
  return {
    command,
    people: people === true,
    withoutForeign: values['without-foreign'] === true,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(fromPrefix !== undefined && { fromPrefix: streamPrefix('--from-prefix', fromPrefix) ?? '' }),
    ...(toPrefix !== undefined && { toPrefix: streamPrefix('--to-prefix', toPrefix) ?? '' }),
    ...(root !== undefined && { root: readRoot(root) }),
    ...(events !== undefined && { events: readEventCount(events, root) }),
  };
}

function readRoot(text: string): string {
  if (!/^[0-9a-f]{64}$/i.test(text))
    throw new StartRefused('--root must be the 64 hexadecimal digits that verify prints.');
  return text.toLowerCase();
}

function readEventCount(text: string, root: string | undefined): number {
  if (root === undefined)
    throw new StartRefused('--events says of how many events --root is, which is missing.');
  // verify prints the number with commas.
  const digits = text.replaceAll(',', '');
  if (!/^[1-9]\d{0,14}$/.test(digits)) throw new StartRefused('--events must be a number.');
  return Number(digits);
}
