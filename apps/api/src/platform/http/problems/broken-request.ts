import { STATUS_CODES, type IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import type { Bounds } from '../../environment/bounds.js';
import { setSecurityHeaders } from '../protocol/security-headers.js';
import { HTTP_PROBLEMS } from './http.problems.js';
import { ProblemException } from './problem-exception.js';
import { inWords } from './words.js';

/** How long a client has to take an answer after which the connection ends. */
const LINGER_MS = 1_000;

/** What is under way on a connection on which something broken came. */
interface UnderWay {
  /** Requests that are not answered to their end. */
  count: number;
  /** The newest request; the one whose body is still coming, if it is. */
  newest: IncomingMessage | undefined;
}

/**
 * Answers what is no HTTP request that could be read, or does not come in time. A request whose body does not
 * come is refused like any other. Of anything else nothing is known, so the answer is in Dutch.
 */
export function answerBrokenRequest(
  error: NodeJS.ErrnoException,
  socket: Socket,
  { count, newest }: UnderWay,
  { headSeconds, requestSeconds }: Pick<Bounds, 'headSeconds' | 'requestSeconds'>,
): void {
  const isLate = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  if (isLate && newest && !newest.complete && isAwaited(newest)) {
    const tooSlow = { params: { seconds: requestSeconds }, headers: { Connection: 'close' } };
    newest.emit('error', new ProblemException(HTTP_PROBLEMS.bodyTooSlow, tooSlow));
    return;
  }
  if (error.code === 'ECONNRESET' || !socket.writable || count > 0) return void socket.destroy();
  if (isLate)
    return end(socket, new ProblemException(HTTP_PROBLEMS.headTooSlow, { params: { seconds: headSeconds } }));
  end(
    socket,
    new ProblemException(
      error.code === 'HPE_HEADER_OVERFLOW' ? HTTP_PROBLEMS.headersTooLarge : HTTP_PROBLEMS.requestInvalid,
    ),
  );
}

/** Whether somebody waits for the body: it is thrown away where the request was refused already. */
const isAwaited = (request: IncomingMessage): boolean => request.listenerCount('error') > 0;

/** Answers on the bare connection, and ends it, also where the client does not. */
function end(socket: Socket, exception: ProblemException): void {
  const problem = inWords(exception, 'nl');
  const body = JSON.stringify(problem);
  const secured: string[] = [];
  setSecurityHeaders({ setHeader: (name, value) => secured.push(`${name}: ${value}`) }, '/api/');
  const gone = setTimeout(() => socket.destroy(), LINGER_MS).unref();
  socket.once('close', () => clearTimeout(gone));
  socket.end(
    [
      `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
      'Content-Type: application/problem+json; charset=utf-8',
      'Content-Language: nl',
      ...secured,
      `Content-Length: ${Buffer.byteLength(body)}`,
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
