import { Module } from '@nestjs/common';
import { UpdateFeed } from './update-feed.js';
import { UpdatesController } from './updates.controller.js';

/** Tells new versions as they come. */
@Module({ controllers: [UpdatesController], providers: [UpdateFeed] })
export class UpdatesModule {}
