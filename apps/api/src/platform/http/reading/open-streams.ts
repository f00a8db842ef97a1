import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Bounds } from '../../environment/bounds.js';
import { HTTP_PROBLEMS } from '../problems/http.problems.js';
import { ProblemException } from '../problems/problem-exception.js';

const MINUTE_MS = 60_000;
/** What is full stays so for a while: streams are long. */
const LATER = { 'Retry-After': '30' };

interface OpenStream {
  person: string;
  session: string | undefined;
  ending: AbortController;
}

/**
 * Answers that go on until their listener leaves. There are at most so many, for all and for each person.
 * Each ends with the session of its listener, after a while in any case, and when the service stops.
 */
export class OpenStreams {
  private readonly streams = new Set<OpenStream>();

  constructor(
    private readonly stopping: AbortSignal,
    private readonly bounds: Pick<Bounds, 'streams' | 'streamsOfPerson' | 'streamMinutes'>,
  ) {
    stopping.addEventListener('abort', () => this.end(() => true));
  }

  /**
   * Begins one for the person who asks, until the answer is closed.
   * @returns aborted when it must end
   * @throws ProblemException 429 or 503 when there are as many as there may be
   */
  begin({ person, session }: Pick<FastifyRequest, 'person' | 'session'>, { raw }: FastifyReply): AbortSignal {
    const { id, name } = person!;
    const { streams: most, streamsOfPerson: mostOfPerson, streamMinutes } = this.bounds;
    if ([...this.streams].filter((stream) => stream.person === id).length >= mostOfPerson)
      throw new ProblemException(HTTP_PROBLEMS.tooManyStreamsOfPerson, {
        params: { person: name, streams: mostOfPerson },
        headers: LATER,
      });
    if (this.streams.size >= most)
      throw new ProblemException(HTTP_PROBLEMS.tooManyStreams, { params: { streams: most }, headers: LATER });
    const stream = { person: id, session: session?.id, ending: new AbortController() };
    this.streams.add(stream);
    const leftMs = Math.min(streamMinutes * MINUTE_MS, session ? session.until - Date.now() : Infinity);
    const timer = setTimeout(() => stream.ending.abort(), leftMs).unref();
    raw.once('close', () => {
      clearTimeout(timer);
      this.streams.delete(stream);
    });
    if (this.stopping.aborted) stream.ending.abort();
    return stream.ending.signal;
  }

  /** Ends those of a session: its person signed out, or somebody else signed in. */
  endOf(session: string): void {
    this.end((stream) => stream.session === session);
  }

  private end(isMeant: (stream: OpenStream) => boolean): void {
    for (const stream of this.streams) if (isMeant(stream)) stream.ending.abort();
  }
}
