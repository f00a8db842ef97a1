import fastifyCookie from '@fastify/cookie';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { Access } from '../platform/http/access/access.js';
import { ApiDescription } from '../platform/http/docs/open-api.js';
import { SessionController } from './session.controller.js';
import { SessionIdentification } from './session-identification.js';

/** Signs people in, and tells the platform who asks. */
@Module({
  controllers: [SessionController],
  providers: [SessionIdentification],
})
export class AccountsModule implements OnModuleInit {
  constructor(
    private readonly host: HttpAdapterHost<FastifyAdapter>,
    description: ApiDescription,
    access: Access,
    identification: SessionIdentification,
  ) {
    access.identifiedBy(identification);
    description.add({ tags: { 'Sign-in': 'Who asks (aanmelden).' } });
  }

  onModuleInit(): void {
    // Not awaited: waiting would start the server before its other hooks and handlers are there.
    void this.host.httpAdapter.getInstance().register(fastifyCookie);
  }
}
