/** One bound on what the service takes, holds or does: a setting, its default, and what it means. */
interface Bound {
  setting: string;
  usual: number;
  says: string;
}

const bound = (setting: string, usual: number, says: string): Bound => ({ setting, usual, says });

/**
 * Every bound of the service that a setting changes. `docs/operation.md` shows this table; a test fails when
 * it does not. The defaults are far above what people do, and keep a machine with 1 GB alive.
 */
const BOUNDS = {
  connections: bound('MAX_CONNECTIONS', 2_000, 'open connections; one more is refused with 503'),
  connectionsNotSignedIn: bound(
    'MAX_CONNECTIONS_NOT_SIGNED_IN',
    500,
    'connections on which nobody has signed in yet; one more ends the one that has been idle longest',
  ),
  headSeconds: bound(
    'MAX_HEAD_SECONDS',
    20,
    'seconds within which the head of a request must be there (408)',
  ),
  requestSeconds: bound(
    'MAX_REQUEST_SECONDS',
    120,
    'seconds within which a request must be there with its whole body (408)',
  ),
  silentSeconds: bound(
    'MAX_SILENT_SECONDS',
    120,
    'seconds in which nothing moves on a connection under way, for example an answer that is not taken; it ends',
  ),
  headKib: bound(
    'MAX_HEAD_KIB',
    64,
    'KiB of the head of a request (431); a note of the longest kind takes 36 when it is percent-encoded',
  ),
  bodyKibNotSignedIn: bound(
    'MAX_BODY_KIB_NOT_SIGNED_IN',
    4,
    'KiB of a body that is taken without signing in (413)',
  ),
  bodyKibUndecided: bound(
    'MAX_BODY_KIB_UNDECIDED',
    32,
    'KiB of a body where only the body says whether its sender may write there (413)',
  ),
  jsonKib: bound('MAX_JSON_KIB', 512, 'KiB of a JSON body, files in it not counted (413)'),
  jsonValues: bound('MAX_JSON_VALUES', 5_000, 'values in a JSON body (400)'),
  jsonDepth: bound('MAX_JSON_DEPTH', 20, 'layers of a JSON body (400)'),
  listKib: bound(
    'MAX_LIST_KIB',
    4_096,
    'KiB of one list, such as the changes of a comparison or a page of a history; the answer says how to go on, or how many are left',
  ),
  answerMib: bound('MAX_ANSWER_MIB', 32, 'MiB of an answer that is sent as a whole (400)'),
  workThreads: bound(
    'MAX_WORK_THREADS',
    2,
    'threads beside the service for work that takes long, such as comparing large files',
  ),
  workSeconds: bound('MAX_WORK_SECONDS', 60, 'seconds that one such piece of work may take (400)'),
  workMib: bound('MAX_WORK_MIB', 256, 'MiB of heap of one such thread (400)'),
  work: bound('MAX_WORK', 200, 'pieces of such work that wait for a thread (503)'),
  workOfPerson: bound('MAX_WORK_PER_PERSON', 25, 'pieces of such work of one person that wait (429)'),
  bodiesMib: bound('MAX_BODIES_MIB', 128, 'MiB of all bodies that are being read or answered (503)'),
  bodiesMibOfPerson: bound(
    'MAX_BODIES_MIB_PER_PERSON',
    48,
    'MiB of the bodies of one person that are being read or answered (429)',
  ),
  requestsOfPerson: bound('MAX_REQUESTS_PER_PERSON', 60_000, 'requests of one person in a minute (429)'),
  requestsOfAddress: bound(
    'MAX_REQUESTS_PER_ADDRESS',
    12_000,
    'requests in a minute of all who are not signed in and come from one address (429)',
  ),
  streams: bound('MAX_STREAMS', 1_000, 'streams of updates that are open (503)'),
  streamsOfPerson: bound(
    'MAX_STREAMS_PER_PERSON',
    250,
    'streams of updates of one person that are open (429)',
  ),
  streamMinutes: bound(
    'MAX_STREAM_MINUTES',
    60,
    'minutes after which a stream of updates ends; the page goes on with another one',
  ),
  waitingUpdates: bound(
    'MAX_WAITING_UPDATES',
    5_000,
    'updates that wait for a listener who does not take them; the stream of a slower one ends',
  ),
  signOfLifeSeconds: bound(
    'SIGN_OF_LIFE_SECONDS',
    15,
    'seconds without news after which a stream of updates gives a sign of life; less than `MAX_SILENT_SECONDS`',
  ),
} as const satisfies Record<string, Bound>;

/** The bounds in force. */
export type Bounds = Readonly<Record<keyof typeof BOUNDS, number>>;

const entries = Object.entries(BOUNDS) as [keyof Bounds, Bound][];

/** The bounds where nothing else was set. */
export const USUAL_BOUNDS = Object.fromEntries(entries.map(([name, { usual }]) => [name, usual])) as Bounds;

const LARGEST = 1_000_000_000;

/**
 * The bounds that an environment sets.
 * @param refuse throws with the sentence it is given, about a value that is no bound
 */
export function readBounds(
  env: Readonly<Record<string, string | undefined>>,
  refuse: (sentence: string) => never,
): Partial<Bounds> {
  const set = entries.flatMap(([name, { setting }]) => {
    const value = env[setting];
    if (value === undefined || value === '') return [];
    if (!/^\d{1,10}$/.test(value) || Number(value) < 1 || Number(value) > LARGEST)
      refuse(`${setting} is ${value}; it must be a whole number from 1 to ${LARGEST}.`);
    return [[name, Number(value)]];
  });
  return Object.fromEntries(set) as Partial<Bounds>;
}

/** The bounds as a table of the documentation. */
export const boundsTable = (): string =>
  [
    '| setting | default | bound |',
    '| --- | --- | --- |',
    ...entries.map(([, { setting, usual, says }]) => `| \`${setting}\` | ${usual} | ${says} |`),
  ].join('\n');
