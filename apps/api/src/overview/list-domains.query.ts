import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { DomainAnswer } from './overview.answer.js';
import { DOMAINS } from '#domain';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { OverviewReader } from './overview-reader.js';

export class ListDomains extends Query<DomainAnswer[]> {}

const NOTHING = { processes: 0, counts: { front: 0, back: 0, unknown: 0, undecided: 0, handovers: 0 } };

@QueryHandler(ListDomains)
export class ListDomainsHandler implements IQueryHandler<ListDomains> {
  constructor(private readonly readModel: ReadModel) {}

  async execute(): Promise<DomainAnswer[]> {
    const counted = new Map(
      this.readModel
        .reader(OverviewReader)
        .domains()
        .map(({ domain, ...numbers }) => [domain, numbers]),
    );
    return DOMAINS.map(({ id, name }) => ({ id, name, ...(counted.get(id) ?? NOTHING) }));
  }
}
