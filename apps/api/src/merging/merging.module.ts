import { Module } from '@nestjs/common';
import { DiagramsModule } from '../diagrams/index.js';
import { ProcessesModule } from '../processes/index.js';
import { MergeDiagramHandler } from './merge-commands.js';
import { MergeController } from './merge.controller.js';

/** Brings a diagram made on an earlier version together with what was saved since. */
@Module({
  imports: [DiagramsModule, ProcessesModule],
  controllers: [MergeController],
  providers: [MergeDiagramHandler],
})
export class MergingModule {}
