import type { MergeProblem, Problem, StaleProblem } from '#contract';

/** The service refused, or could not be reached (status 0); `message` is a sentence to show to the user. */
export class ProblemError extends Error {
  /** Beside the members that all problems have, it may say what changed in between, or what clashes. */
  constructor(readonly problem: Problem & Partial<StaleProblem> & Partial<MergeProblem>) {
    super(problem.detail || problem.title);
  }

  get status(): number {
    return this.problem.status;
  }

  /** Whether the service refused only because the browser is signed in as somebody else, or as nobody. */
  get isOfSession(): boolean {
    return this.status === 401 || this.problem.type === OTHER_PERSON;
  }

  /** Whether what was sent may have been stored all the same; 503 and 507 say why nothing was. */
  get mayHaveArrived(): boolean {
    return this.status === 0 || (this.status >= 500 && this.status !== 503 && this.status !== 507);
  }
}

export interface Answer<T> {
  data: T;
  /** 201: made; 200 on a save: these bytes were already there. */
  status: number;
  location?: string;
}

export interface WriteOptions {
  /** The version one has seen; sent as `If-Match`. */
  ifMatch?: number;
  /** Keep one per intention of the user, so that sending it twice does it once; made up when absent. */
  idempotencyKey?: string;
  /** Extra headers, e.g. `X-Note`. */
  headers?: Record<string, string>;
  /** Media type of `body` when it is text or bytes that go as they are. */
  contentType?: string;
}

const BASE = '/api/v1';
const OTHER_PERSON = 'urn:knipkaart:problem:other-person';
const RETRY_AFTER_MS = [300, 1200];
const LONGEST_WAIT_MS = 5000;

/** What the wrapper remembers between requests. */
const memory = {
  language: 'nl',
  position: undefined as string | undefined,
  person: (): string | undefined => undefined,
  signedOut: () => {},
  otherPerson: () => {},
};

/** From now on problems come in this language (`nl` or `en`). */
export function answerIn(language: string): void {
  memory.language = language;
}

/** Calls back when the service says that nobody is signed in. */
export function onSignedOut(callback: () => void): void {
  memory.signedOut = callback;
}

/** Who the page believes to write as, asked anew at every write; the service refuses it as somebody else. */
export function writeAs(person: () => string | undefined): void {
  memory.person = person;
}

/** Calls back when the service refused a write since another person is signed in than the page believes. */
export function onOtherPerson(callback: () => void): void {
  memory.otherPerson = callback;
}

/** Address of what the browser fetches by itself, such as a download. */
export const apiUrl = (path: string): string => BASE + path;

/** A key for one intention of the user: whatever is sent with it is done once. */
export const newKey = (): string => crypto.randomUUID();

/** Reads JSON below the base path; waits for one's own last write. Throws ProblemError. */
export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await (await read(path, 'application/json', signal)).json()) as T;
}

/** Reads bytes, e.g. a diagram. Throws ProblemError. */
export async function getBytes(path: string, signal?: AbortSignal): Promise<Answer<ArrayBuffer>> {
  const response = await read(path, '*/*', signal);
  return answer(response, await response.arrayBuffer());
}

/** A file of the page itself, such as its letters; undefined where it does not come. */
export async function getOwnFile(address: string): Promise<Blob | undefined> {
  const answer = await fetch(address).catch(() => undefined);
  return answer?.ok ? answer.blob().catch(() => undefined) : undefined;
}

/** Writes; repeats itself when the connection fails, which the key makes safe. Throws ProblemError. */
export async function write<T>(
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE',
  path: string,
  body?: unknown,
  options: WriteOptions = {},
): Promise<Answer<T>> {
  const headers: Record<string, string> = {
    ...options.headers,
    'Idempotency-Key': options.idempotencyKey ?? newKey(),
  };
  const person = memory.person();
  if (person !== undefined) headers['Acting-As'] = person;
  if (options.ifMatch !== undefined) headers['If-Match'] = `"${options.ifMatch}"`;
  if (body !== undefined) headers['Content-Type'] = options.contentType ?? 'application/json';
  const sent =
    body === undefined || options.contentType ? (body as BodyInit | undefined) : JSON.stringify(body);
  const init: RequestInit = {
    method,
    headers: common('application/json', headers),
    ...(sent !== undefined && { body: sent }),
  };
  const response = await repeated(
    () => fetch(BASE + path, init),
    (status) => status === 502 || status === 504,
  );
  memory.position = response.headers.get('Log-Position') ?? memory.position;
  await refuse(response);
  return answer(response, (response.status === 204 ? undefined : await response.json()) as T);
}

/**
 * Asks for new versions as they come: server-sent events that are read while they come in.
 * @param after the `id` of the last event that was read: the events since then are sent first
 */
export const openUpdates = (after: string | undefined, signal: AbortSignal): Promise<Response> =>
  fetch(`${BASE}/updates`, {
    headers: common('text/event-stream', after === undefined ? {} : { 'Last-Event-ID': after }),
    signal,
  });

async function read(path: string, accept: string, signal?: AbortSignal): Promise<Response> {
  const send = () =>
    fetch(BASE + path, {
      headers: common(accept, memory.position ? { 'Log-Position': memory.position } : {}),
      ...(signal && { signal }),
    });
  let response = await repeated(send, (status) => status === 502 || status === 503 || status === 504);
  // A log that moved to another place counts its positions from the start.
  if (response.status === 400 && memory.position) {
    memory.position = undefined;
    response = await send();
  }
  // The next question must not wait again for an instance that may never come back.
  if (response.status === 503) memory.position = undefined;
  await refuse(response);
  return response;
}

function common(accept: string, more: Record<string, string>): Record<string, string> {
  return { Accept: `${accept}, application/problem+json`, 'Accept-Language': memory.language, ...more };
}

async function repeated(
  send: () => Promise<Response>,
  passing: (status: number) => boolean,
): Promise<Response> {
  for (let attempt = 0; ; attempt += 1) {
    const pause = RETRY_AFTER_MS[attempt];
    try {
      const response = await send();
      if (!passing(response.status) || pause === undefined) return response;
      const asked = Number(response.headers.get('Retry-After') ?? 0) * 1000;
      await wait(Math.min(asked > 0 ? asked : pause, LONGEST_WAIT_MS));
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      if (pause === undefined) throw new ProblemError(unreachable());
      await wait(pause);
    }
  }
}

async function refuse(response: Response): Promise<void> {
  if (response.ok) return;
  if (response.status === 401) memory.signedOut();
  const json = response.headers.get('Content-Type')?.includes('json') ?? false;
  const problem = json ? ((await response.json().catch(() => undefined)) as Problem | undefined) : undefined;
  if (problem?.type === OTHER_PERSON) memory.otherPerson();
  throw new ProblemError(problem ?? { ...unreachable(), status: response.status });
}

const unreachable = (): Problem =>
  memory.language === 'en'
    ? {
        type: 'about:blank',
        status: 0,
        title: 'No answer',
        detail: 'The service does not answer. Check your connection and try again.',
      }
    : {
        type: 'about:blank',
        status: 0,
        title: 'Geen antwoord',
        detail: 'De dienst antwoordt niet. Controleer uw verbinding en probeer het opnieuw.',
      };

function answer<T>(response: Response, data: T): Answer<T> {
  const location = response.headers.get('Location');
  return {
    data,
    status: response.status,
    ...(location && { location }),
  };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
