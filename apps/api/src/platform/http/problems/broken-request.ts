import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { setSecurityHeaders } from '../protocol/security-headers.js';
import { HTTP_PROBLEMS } from './http.problems.js';
import { ProblemException } from './problem-exception.js';
import { inWords } from './words.js';

/** Answers what is no HTTP request that could be read; nothing is known of it, so the answer is in Dutch. */
export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
  const problem = inWords(
    new ProblemException(
      error.code === 'HPE_HEADER_OVERFLOW' ? HTTP_PROBLEMS.headersTooLarge : HTTP_PROBLEMS.requestInvalid,
    ),
    'nl',
  );
  const body = JSON.stringify(problem);
  const secured: string[] = [];
  setSecurityHeaders({ setHeader: (name, value) => secured.push(`${name}: ${value}`) }, '/api/');
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
