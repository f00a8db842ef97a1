import type { SaidOfIds } from '../moved-ids/said-of-ids.js';
import type { OpenedDrawing } from './opened-drawing.js';
import type { OpenWork } from './open-work.js';
import { nextAttempt, type Attempt } from './saving.js';
import type { SessionPorts } from './session-state.js';
import type { ToldState } from './told-state.js';

/** Brings what is on the canvas to the service, and says what came of it. */
export class Sending {
  constructor(
    private readonly state: ToldState,
    private readonly opened: OpenedDrawing,
    private readonly work: OpenWork,
    private readonly saidOfIds: SaidOfIds,
    private readonly ports: Pick<SessionPorts, 'send' | 'newKey'>,
  ) {}

  /** Saves what is on the canvas, an open text included; says so when nothing changed. */
  async save(note: string): Promise<void> {
    const { canvas } = this.work;
    if (!canvas) return;
    canvas.finishText();
    await this.work.settle();
    if (!this.work.isUnsaved)
      return this.state.tell({ type: 'unchanged', version: this.state.now.saving.seen });
    for (let again = true; again; ) {
      // The text read from the canvas may lack what was drawn during the read.
      const { changed } = this.state.now.saving;
      const wanted = { key: this.ports.newKey(), xml: await canvas.xml(), note, changed };
      const { attempt, thenAnew } = nextAttempt(this.state.now.saving, wanted);
      again = (await this.#send(attempt)) && thenAnew;
    }
  }

  /** @returns whether it was stored */
  async #send(attempt: Attempt): Promise<boolean> {
    this.state.tell({ type: 'sent', attempt });
    const sent = await this.ports.send(attempt);
    switch (sent.outcome) {
      case 'failed':
        if (sent.failure.kind === 'refused') this.saidOfIds.forget();
        this.state.tell({ type: 'failed', failure: sent.failure });
        return false;
      case 'overtaken':
        this.state.tell({ type: 'overtaken', conflict: sent.conflict });
        return false;
      case 'ids-moved': {
        const ids = this.saidOfIds.about(sent.moved);
        if (ids) return this.#send({ ...attempt, ids, key: this.ports.newKey() });
        this.state.tell({ type: 'ids-moved', moved: sent.moved });
        return false;
      }
      case 'stored':
      case 'unchanged':
        this.opened.stored(attempt.xml, sent.version);
        this.work.wasStored(attempt.xml);
        this.state.tell({ type: sent.outcome, version: sent.version });
        if (this.work.isUnsaved) await this.work.settle();
        else await this.work.forgetCopy();
        return true;
    }
  }
}
