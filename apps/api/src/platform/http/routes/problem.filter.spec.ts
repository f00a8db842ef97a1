import 'reflect-metadata';
import { Controller, Get, Module, Res } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { FastifyReply } from 'fastify';
import { KnownErrors } from '../problems/known-errors.js';
import { KnownRoutes } from './known-routes.js';
import { ProblemFilter } from './problem.filter.js';

@Controller()
class Failing {
  @Get('at-once')
  atOnce(): never {
    throw new Error('The file is gone.');
  }

  @Get('midway')
  async midway(@Res() reply: FastifyReply): Promise<void> {
    await new Promise<void>((resolve) => reply.raw.write('the first half', () => resolve()));
    throw new Error('The rest is gone.');
  }
}

const routes = new KnownRoutes();

@Module({
  controllers: [Failing],
  providers: [{ provide: APP_FILTER, useFactory: () => new ProblemFilter(routes, new KnownErrors()) }],
})
class Service {}

describe('An answer that fails', () => {
  let app: NestFastifyApplication;
  let url: string;
  let told: string[];
  beforeAll(async () => {
    const adapter = new FastifyAdapter();
    routes.watch(adapter.getInstance());
    app = await NestFactory.create<NestFastifyApplication>(Service, adapter, { logger: false });
    await app.listen(0, '127.0.0.1');
    url = `http://127.0.0.1:${(app.getHttpServer().address() as { port: number }).port}`;
    told = [];
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => told.push(String(text)) > 0);
  });
  afterAll(async () => {
    jest.restoreAllMocks();
    await app.close();
  });

  it('before it began is a problem', async () => {
    const answer = await fetch(`${url}/at-once`);
    expect(answer.status).toBe(500);
    expect(answer.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(told.at(-1)).toContain('The file is gone.');
  });

  it('after it began is broken off, so that nobody takes a part for the whole', async () => {
    // Where it is not broken off, nothing ends the answer.
    const signal = AbortSignal.timeout(30_000);
    const { status, body } = await fetch(`${url}/midway?key=secret`, { signal });
    const received: string[] = [];
    const reading = (async () => {
      for await (const bytes of body!) received.push(Buffer.from(bytes).toString());
    })();
    await expect(reading).rejects.toThrow('terminated');
    expect([status, received.join('')]).toEqual([200, 'the first half']);
    expect(JSON.parse(told.at(-1)!)).toMatchObject({
      error: 'Error: The rest is gone.',
      method: 'GET',
      path: '/midway',
    });
    // Nobody else is affected.
    expect((await fetch(`${url}/at-once`)).status).toBe(500);
  });

  it('at an address that exists for other methods names them', async () => {
    const answer = await fetch(`${url}/at-once?x=1`, { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
    expect((await fetch(`${url}/nowhere`)).status).toBe(404);
  });
});
