import type { Response } from 'supertest';

/** Reads an answer as the bytes it is, whatever its type; for `.buffer(true).parse(asBytes)`. */
export function asBytes(response: Response, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as unknown as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
}
