import type { Actor, ProcessAnswer } from '#contract';
import type { Canvas } from '../../canvas/canvas.js';
import type { Draft } from './draft.js';
import { DraftKeeper } from './draft-keeper.js';
import {
  drawingNews,
  isSending,
  isUnsaved,
  nextAttempt,
  nothingOpened,
  saving,
  type Attempt,
  type SavingEvent,
} from './saving.js';
import type { SavedDrawing, SessionPorts, SessionState } from './session-state.js';

type CanvasPort = Pick<Canvas, 'load' | 'xml' | 'editing'>;

const SETTLE_MS = 300;

/**
 * The work of one person on the drawing of one process in one tab: what is on the canvas, what is saved, what
 * is kept in the browser.
 */
export class EditingSession {
  #state: SessionState = { saving: nothingOpened, kept: 'nothing', offers: [] };
  #listeners = new Set<() => void>();
  #canvas: CanvasPort | undefined;
  #opened = false;
  #saved: Pick<SavedDrawing, 'xml'> | undefined;
  /** The saved drawing as the canvas writes it: what the canvas gives is unchanged when it equals this. */
  #written: string | undefined;
  /**
   * Whether undoing everything leads back to the saved drawing, even where the canvas then writes it in
   * another order.
   */
  #undoneIsSaved = false;
  /** The unsaved drawing as it was last read from the canvas. */
  #latest: string | undefined;
  #drafts: DraftKeeper;
  #closing: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    process: string,
    person: string,
    private readonly ports: SessionPorts,
  ) {
    this.#drafts = new DraftKeeper(process, person, ports);
  }

  get state(): SessionState {
    return this.#state;
  }

  /**
   * The saved drawing, and how the canvas writes it: what differs beyond the layout of the text is lost by
   * saving.
   */
  get asOpened(): { original: string; written: string } | undefined {
    return this.#saved && this.#written !== undefined
      ? { original: this.#saved.xml, written: this.#written }
      : undefined;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether a drawing was opened, be it empty. */
  get isOpened(): boolean {
    return this.#opened;
  }

  /** Whether the drawing is shown on this canvas. */
  isOpenOn(canvas: CanvasPort): boolean {
    return this.#canvas === canvas;
  }

  /**
   * Shows a saved drawing on a canvas, and looks for unsaved work that can be taken up.
   * @param drawing undefined where the process has no drawing yet
   */
  async open(
    canvas: CanvasPort,
    drawing: SavedDrawing | undefined,
    answer: Pick<ProcessAnswer, 'diagram' | 'version'>,
  ): Promise<void> {
    this.#opened = true;
    this.#canvas = canvas;
    this.#saved = drawing;
    this.#written = undefined;
    this.#drafts.hold();
    if (drawing) {
      const loaded = await canvas.load(drawing.xml, { keepView: this.#state.loaded !== undefined });
      this.#written = loaded.written;
      this.#undoneIsSaved = true;
      this.#change({ loaded, outline: this.ports.read(drawing.xml), kept: 'nothing' });
    }
    this.#tell({ type: 'opened', seen: drawing?.seen ?? answer.version, unsaved: false });
    await this.#lookForDrafts(answer);
  }

  /** Shows the drawing as it is, saved or not, on another canvas: the page changed its language. */
  async moveTo(canvas: CanvasPort): Promise<void> {
    await this.#closing;
    this.#canvas = canvas;
    this.#drafts.hold();
    const xml = isUnsaved(this.#state.saving) ? this.#latest : this.#saved?.xml;
    this.#undoneIsSaved = !isUnsaved(this.#state.saving);
    if (xml !== undefined) this.#change({ loaded: await canvas.load(xml) });
  }

  /** Puts a drawing on the canvas that the service does not have: work taken up again, or a first drawing. */
  async takeUp(xml: string, seen: number): Promise<void> {
    this.#undoneIsSaved = false;
    const loaded = await this.#canvas!.load(xml, { keepView: this.#state.loaded !== undefined });
    this.#change({ loaded });
    this.#tell({ type: 'opened', seen, unsaved: true });
    await this.settle();
  }

  /** Goes on with a draft that was offered; unsaved work on the canvas is put aside first. */
  async continueDraft(draft: Draft, answer: Pick<ProcessAnswer, 'diagram'>): Promise<void> {
    if (isUnsaved(this.#state.saving)) await this.putAside();
    await this.takeUp(draft.xml, draft.seen);
    if (this.#state.kept === 'kept') await this.discardDraft(draft);
    else await this.#lookForDrafts(answer);
  }

  async discardDraft(draft: Draft): Promise<void> {
    await this.#drafts.forget(draft.id);
    this.#change({ offers: this.#state.offers.filter((offer) => offer.draft.id !== draft.id) });
  }

  /** The canvas says that the drawing changed. */
  changed(): void {
    this.#change({ kept: 'pending' });
    this.#tell({ type: 'edited' });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.settle(), SETTLE_MS);
  }

  /** Reads the drawing on the canvas again and keeps its copy in the browser, at once. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#canvas || !isUnsaved(this.#state.saving)) return;
    const at = this.#state.saving.changed;
    const xml = await this.#canvas.xml();
    this.#latest = xml;
    const outline = this.ports.read(xml);
    if (outline) this.#change({ outline });
    if (xml === this.#written || (this.#undoneIsSaved && this.#canvas.editing?.canUndo() === false)) {
      if (this.#state.saving.changed === at) this.#tell({ type: 'undone' });
      return this.#forgetCopy();
    }
    await this.#keepCopy(xml);
  }

  /** Saves what is on the canvas; says so when nothing changed. */
  async save(note: string): Promise<void> {
    if (!this.#canvas || isSending(this.#state.saving)) return;
    await this.settle();
    if (!isUnsaved(this.#state.saving))
      return this.#tell({ type: 'unchanged', version: this.#state.saving.seen });
    for (let again = true; again; ) {
      const xml = await this.#canvas.xml();
      const { attempt, thenAnew } = nextAttempt(this.#state.saving, { key: this.ports.newKey(), xml, note });
      again = (await this.#send(attempt)) && thenAnew;
    }
  }

  /** The unsaved drawing as it was last read from the canvas, with the version it was made on. */
  get unsaved(): { xml: string; base: number } | undefined {
    return this.#latest !== undefined && isUnsaved(this.#state.saving)
      ? { xml: this.#latest, base: this.#state.saving.seen }
      : undefined;
  }

  /**
   * Shows what the service made of the unsaved work and somebody else's; the copy in the browser has done its
   * duty.
   */
  async showMerged(
    canvas: CanvasPort,
    drawing: SavedDrawing | undefined,
    answer: Pick<ProcessAnswer, 'diagram' | 'version'>,
    version: number,
  ): Promise<void> {
    await this.open(canvas, drawing, answer);
    this.#tell({ type: 'stored', version });
    await this.#drafts.forget();
  }

  /** Saves on top of what somebody else saved in between, knowingly. */
  async saveKnowingly(note: string): Promise<void> {
    this.#tell({ type: 'knowingly' });
    await this.save(note);
  }

  /** Keeps the work on the canvas as a draft of its own; whatever is drawn next is another draft. */
  async putAside(): Promise<void> {
    await this.settle();
    if (this.#state.kept !== 'kept') throw new Error('The browser did not keep the unsaved work.');
    this.#drafts.putAside();
    this.#change({ kept: 'nothing' });
  }

  putConflictOff(): void {
    this.#tell({ type: 'conflict-put-aside' });
  }

  /** What a fresh answer of the service asks for; `load`: show its drawing, since nothing here is unsaved. */
  news(answer: Pick<ProcessAnswer, 'diagram'>, actor: Actor | undefined): 'none' | 'load' | 'tell' {
    const news = drawingNews(this.#state.saving, answer);
    const version = answer.diagram?.version;
    if (news === 'tell' && version !== undefined && this.#state.saving.newer?.version !== version) {
      this.#tell({ type: 'newer-seen', version, ...(actor && { actor }) });
    }
    return news;
  }

  /** Lets go of the canvas: the copy in the browser is complete when the promise is. */
  close(): Promise<void> {
    const canvas = this.#canvas;
    this.#closing = this.settle().finally(() => {
      if (this.#canvas !== canvas) return;
      this.#canvas = undefined;
      this.#drafts.release();
    });
    return this.#closing;
  }

  async #send(attempt: Attempt): Promise<boolean> {
    this.#tell({ type: 'sent', attempt });
    const sent = await this.ports.send(attempt);
    if (sent.outcome === 'failed') this.#tell({ type: 'failed', failure: sent.failure });
    else if (sent.outcome === 'overtaken') this.#tell({ type: 'overtaken', conflict: sent.conflict });
    else {
      this.#written = attempt.xml;
      this.#undoneIsSaved = false;
      this.#saved = { xml: attempt.xml };
      this.#tell({ type: sent.outcome, version: sent.version });
      if (isUnsaved(this.#state.saving)) await this.settle();
      else await this.#forgetCopy();
      return true;
    }
    return false;
  }

  async #keepCopy(xml: string): Promise<void> {
    const at = this.#state.saving.changed;
    const kept = await this.#drafts.keep(xml, this.#state.saving.seen);
    if (this.#state.saving.changed === at) this.#change({ kept: kept ? 'kept' : 'failed' });
  }

  async #forgetCopy(): Promise<void> {
    await this.#drafts.forget();
    if (!isUnsaved(this.#state.saving)) this.#change({ kept: 'nothing' });
  }

  async #lookForDrafts(answer: Pick<ProcessAnswer, 'diagram'>): Promise<void> {
    this.#change({ offers: await this.#drafts.offers(answer, [this.#saved?.xml, this.#written]) });
  }

  #tell(event: SavingEvent): void {
    this.#change({ saving: saving(this.#state.saving, event) });
  }

  #change(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
