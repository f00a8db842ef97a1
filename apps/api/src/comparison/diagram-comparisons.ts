import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { ComparisonWithIds } from '#bpmn';
import { standing, type ProcessState } from '#domain';
import { LogProbe } from '../platform/log/log-probe.js';
import { asking } from '../platform/http/protocol/asking.js';
import { diagramText, DiagramWork, StoredDiagrams } from '../diagrams/index.js';

/**
 * About as many bytes as comparisons may take that are kept. The bytes of a diagram never change under their
 * digest, so neither does what differs between two of them.
 */
const KEPT_BYTES = 24 * 1024 * 1024;

/** A comparison that is being made, and how many wait for it. */
interface UnderWay {
  comparison: Promise<ComparisonWithIds>;
  waiting: number;
  nobodyWaits: AbortController;
}

const NO_DIFFERENCE: ComparisonWithIds = {
  changes: [],
  renamedIds: [],
  layout: { moved: [] },
  movedIds: [],
};

/** What differs between the diagrams of two states of a process; the ones asked for last are kept. */
@Injectable()
export class DiagramComparisons {
  private readonly kept = new LRUCache<string, ComparisonWithIds>({
    maxSize: KEPT_BYTES,
    sizeCalculation: bytesOf,
  });
  private readonly underWay = new Map<string, UnderWay>();

  constructor(
    private readonly diagrams: StoredDiagrams,
    private readonly log: LogProbe,
    private readonly work: DiagramWork,
  ) {}

  /** Everything is added or removed where only one state has a diagram. */
  async between(id: string, before: ProcessState, after: ProcessState): Promise<ComparisonWithIds> {
    const digests = [before, after].map((state) => standing(state, 'diagram')?.digest ?? '');
    if (digests[0] === digests[1]) return NO_DIFFERENCE;
    const pair = digests.join(' ');
    return (
      this.kept.get(pair) ?? this.wait(pair, this.underWay.get(pair) ?? this.begin(pair, id, before, after))
    );
  }

  private begin(pair: string, id: string, before: ProcessState, after: ProcessState): UnderWay {
    const nobodyWaits = new AbortController();
    const comparison = this.made(id, before, after, nobodyWaits.signal);
    const begun = { comparison, waiting: 0, nobodyWaits };
    this.underWay.set(pair, begun);
    const end = () => this.underWay.get(pair) === begun && this.underWay.delete(pair);
    comparison.then((made) => this.kept.set(pair, made)).then(end, end);
    return begun;
  }

  /** Ends the work where all who waited for it are gone. */
  private wait(pair: string, begun: UnderWay): Promise<ComparisonWithIds> {
    begun.waiting++;
    asking()?.gone.addEventListener('abort', () => {
      begun.waiting--;
      if (begun.waiting > 0) return;
      if (this.underWay.get(pair) === begun) this.underWay.delete(pair);
      begun.nobodyWaits.abort();
    });
    return begun.comparison;
  }

  private async made(
    id: string,
    before: ProcessState,
    after: ProcessState,
    gone: AbortSignal,
  ): Promise<ComparisonWithIds> {
    const [was, is] = [await this.text(id, before), await this.text(id, after)];
    const { changes, ...rest } = await this.work.whileWanted(gone, 'compare', was ?? '', is ?? '');
    if (was !== undefined && is !== undefined) return { ...rest, changes };
    // What a file says as a whole, such as its target namespace, is no change from nothing.
    return { ...rest, changes: changes.filter(({ kind }) => kind === 'added' || kind === 'removed') };
  }

  private async text(id: string, state: ProcessState): Promise<string | undefined> {
    return (
      standing(state, 'diagram') &&
      diagramText((await this.log.whileAnswering(this.diagrams.of(id, state))).bytes)
    );
  }
}

const bytesOf = ({ changes, renamedIds, layout, movedIds }: ComparisonWithIds): number =>
  changes.reduce(
    (sum, { before = '', after = '', elementName, elementId, property = '' }) =>
      sum + 300 + before.length + after.length + elementName.length + elementId.length + property.length,
    1_000,
  ) +
  renamedIds.reduce((sum, { before, after }) => sum + 100 + before.length + after.length, 0) +
  100 * (layout.moved.length + 2 * movedIds.length);
