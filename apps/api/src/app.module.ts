import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsModule } from './accounts/index.js';
import { AuditModule } from './audit/index.js';
import { ComparisonModule } from './comparison/index.js';
import { DiagramsModule } from './diagrams/index.js';
import { HealthModule } from './health/index.js';
import { HistoryModule } from './history/index.js';
import { KnipsModule } from './knips/index.js';
import { MergingModule } from './merging/index.js';
import { OverviewModule } from './overview/index.js';
import { PageModule } from './page/index.js';
import { PlatformModule, type OfServer, type Opened } from './platform/platform.module.js';
import { ProcessesModule } from './processes/index.js';
import { UpdatesModule } from './updates/index.js';

/** The whole service: the platform, and its features one line each. */
@Module({})
export class AppModule {
  static over(opened: Opened, server: OfServer): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.over(opened, server),
        AccountsModule,
        ProcessesModule,
        KnipsModule,
        DiagramsModule,
        MergingModule,
        HistoryModule,
        OverviewModule,
        ComparisonModule,
        UpdatesModule,
        AuditModule,
        HealthModule,
        PageModule,
      ],
    };
  }
}
