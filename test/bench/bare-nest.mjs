// The peer of a knip decision over HTTP: Nest on fastify that takes the same body and stores nothing.
import 'reflect-metadata';
import { Body, Controller, Module, Put } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';

class BareController {
  decide(body) {
    return { side: body.side };
  }
}
// Decorators by hand, since plain JavaScript has no syntax for them.
Body()(BareController.prototype, 'decide', 0);
Put('knips/:elementId')(BareController.prototype, 'decide', Object.getOwnPropertyDescriptor(BareController.prototype, 'decide'));
Controller()(BareController);
class BareModule {}
Module({ controllers: [BareController] })(BareModule);

const app = await NestFactory.create(BareModule, new FastifyAdapter(), { logger: false });
await app.listen(0, '127.0.0.1');
process.stdout.write(`${await app.getUrl()}\n`);
