import { Module } from '@nestjs/common';
import { DiagramsModule } from '../diagrams/index.js';
import { ProcessesModule } from '../processes/index.js';
import { EarlierStates } from './earlier-states.js';
import { MergeDiagramHandler } from './merge-commands.js';
import { MergeController } from './merge.controller.js';

/** Brings a diagram made on an earlier version together with what was saved since. */
@Module({
  imports: [DiagramsModule, ProcessesModule],
  controllers: [MergeController],
  providers: [EarlierStates, MergeDiagramHandler],
})
export class MergingModule {}
