// The peer for requests over HTTP: Nest on fastify, with one route that stores nothing and one that looks
// nothing up and sends as many bytes as are asked for.
import 'reflect-metadata';
import { Body, Controller, Get, Header, Module, Param, Put } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

class BareController {
  decide(body) {
    return { side: body.side };
  }

  show(bytes) {
    return sent(Number(bytes));
  }
}
let made = Buffer.alloc(0);
/** JSON of this length, made once. */
function sent(bytes) {
  if (made.length !== bytes) made = Buffer.from(JSON.stringify('x'.repeat(bytes - 2)));
  return made;
}
// Decorators are applied by hand, because plain JavaScript has no syntax for them.
const route = (name, ...decorators) =>
  decorators.forEach((decorate) =>
    decorate(BareController.prototype, name, Object.getOwnPropertyDescriptor(BareController.prototype, name)),
  );
Body()(BareController.prototype, 'decide', 0);
Param('bytes')(BareController.prototype, 'show', 0);
route('decide', Put('knips/:elementId'));
route('show', Get('processes/:bytes'), Header('Content-Type', 'application/json; charset=utf-8'));
Controller()(BareController);
class BareModule {}
Module({ controllers: [BareController] })(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}\n`);
