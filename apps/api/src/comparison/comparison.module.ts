import { Module } from '@nestjs/common';
import { DiagramsModule } from '../diagrams/index.js';
import { HistoryModule } from '../history/index.js';
import { ProcessesModule } from '../processes/index.js';
import { ComparisonController } from './comparison.controller.js';
import { ElementIds } from './element-ids.js';
import { DiagramComparisons } from './diagram-comparisons.js';
import { ShowComparisonHandler } from './show-comparison.query.js';

/** What differs between two versions of a process, or between two files. */
@Module({
  imports: [DiagramsModule, HistoryModule, ProcessesModule],
  controllers: [ComparisonController],
  providers: [DiagramComparisons, ElementIds, ShowComparisonHandler],
})
export class ComparisonModule {}
