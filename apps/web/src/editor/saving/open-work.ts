import type { ProcessAnswer } from '#contract';
import type { Canvas } from '../../canvas/canvas.js';
import type { DraftKeeper } from './draft-keeper.js';
import type { OpenedDrawing } from './opened-drawing.js';
import { isUnsaved } from './saving.js';
import type { SessionPorts, SessionState } from './session-state.js';
import type { ToldState } from './told-state.js';

export type CanvasPort = Pick<Canvas, 'load' | 'xml' | 'editing' | 'inHand' | 'finishText'>;

const SETTLE_MS = 300;

/** What is drawn and not saved: read from the canvas again and again, and kept in the browser. */
export class OpenWork {
  canvas: CanvasPort | undefined;
  /** The unsaved drawing as it was last read from the canvas. */
  #latest: string | undefined;
  #settling: Promise<void> = Promise.resolve();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly state: ToldState,
    private readonly opened: OpenedDrawing,
    private readonly drafts: DraftKeeper,
    private readonly ports: Pick<SessionPorts, 'read' | 'newKey'>,
  ) {}

  get isUnsaved(): boolean {
    return isUnsaved(this.state.now.saving);
  }

  /** The unsaved drawing as it was last read from the canvas, with the version it was made on. */
  get unsaved(): { xml: string; base: number } | undefined {
    return this.#latest !== undefined && this.isUnsaved
      ? { xml: this.#latest, base: this.state.now.saving.seen }
      : undefined;
  }

  /** Another drawing is on the canvas: its ids need not mean what those of the one before did. */
  wasLoaded(xml: string, more: Pick<SessionState, 'loaded'> & Partial<SessionState>): void {
    const drawn = { load: this.ports.newKey(), base: xml, text: xml };
    this.state.change({ outline: this.ports.read(xml), ...more, drawn });
  }

  /** What is on the canvas is what the service has: its ids mean what they meant. */
  wasStored(xml: string): void {
    const { drawn } = this.state.now;
    if (drawn) this.state.change({ drawn: { ...drawn, base: xml } });
  }

  /** The drawing on the canvas changed. */
  changed(): void {
    this.state.change({ kept: 'pending' });
    this.state.tell({ type: 'edited' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), SETTLE_MS);
  }

  /** Reads the drawing on the canvas again and keeps its copy in the browser, at once. */
  settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#settling = this.#settling.catch(() => undefined).then(() => this.#readAndKeep());
    return this.#settling;
  }

  /** Repeats until the copy has the last change, also one made while the canvas was read. */
  async settleAll(): Promise<void> {
    do await this.settle();
    while (this.canvas && this.isUnsaved && this.state.now.kept === 'pending');
  }

  /** Turns unsaved work into a draft of its own. What is drawn next becomes another draft. */
  async putAside(): Promise<void> {
    if (!this.isUnsaved) return;
    await this.settleAll();
    if (!this.isUnsaved) return;
    this.drafts.putAside();
    this.state.tell({ type: 'undone' });
    this.state.change({ kept: 'nothing' });
  }

  async forgetCopy(): Promise<void> {
    await this.drafts.forget();
    if (!this.isUnsaved) this.state.change({ kept: 'nothing' });
  }

  async lookForDrafts(answer: Pick<ProcessAnswer, 'diagram'>): Promise<void> {
    this.state.change({ offers: await this.drafts.offers(answer, this.opened.savedForms) });
  }

  async #readAndKeep(): Promise<void> {
    const { canvas, state } = this;
    if (!canvas || !this.isUnsaved) return;
    const at = state.now.saving.changed;
    const xml = await canvas.xml();
    this.#latest = xml;
    const outline = this.ports.read(xml);
    const { drawn } = state.now;
    state.change({ ...(outline && { outline }), ...(drawn && { drawn: { ...drawn, text: xml } }) });
    if (this.opened.isSaved(xml, canvas.editing?.canUndo()) && state.now.saving.changed === at) {
      state.tell({ type: 'undone' });
      return this.forgetCopy();
    }
    const kept = await this.drafts.keep(xml, state.now.saving.seen);
    if (state.now.saving.changed === at) state.change({ kept: kept ? 'kept' : 'failed' });
  }
}
