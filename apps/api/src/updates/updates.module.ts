import { Module } from '@nestjs/common';
import { ApiDescription } from '../platform/http/docs/open-api.js';
import { UpdateFeed } from './update-feed.js';
import { UpdatesController } from './updates.controller.js';

/** Tells new versions as they come. */
@Module({ controllers: [UpdatesController], providers: [UpdateFeed] })
export class UpdatesModule {
  constructor(description: ApiDescription) {
    description.add({ tags: { Updates: 'New versions as they come (nieuwe versies).' } });
  }
}
