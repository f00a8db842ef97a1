import { Injectable } from '@nestjs/common';
import type { HistoryItem } from './history.answer.js';
import { Names } from '../platform/http/access/names.js';
import { ReadModel } from '../platform/projections/following/read-model.js';
import { HistoryReader, type HistoryLine } from './history-reader.js';

/** Puts names of people into what the read model tells. */
@Injectable()
export class ToldHistory {
  constructor(
    private readonly readModel: ReadModel,
    private readonly names: Names,
  ) {}

  /** What a version of a process brought. @param no number of the process in the read model */
  at(no: number, version: number): HistoryItem {
    return this.item(this.readModel.reader(HistoryReader).at(no, version));
  }

  item({ actor, person, ...line }: HistoryLine): HistoryItem {
    return {
      ...line,
      actor: this.names.of(actor),
      ...(person !== undefined && { person: this.names.of(person) }),
    };
  }
}
