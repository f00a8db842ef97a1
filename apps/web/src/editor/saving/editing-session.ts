import type { Actor, ProcessAnswer } from '#contract';
import type { Canvas, Loaded } from '../../canvas/canvas.js';
import type { Draft } from './draft.js';
import { SaidOfIds, type IdsAnswer } from '../moved-ids/said-of-ids.js';
import { DraftKeeper } from './draft-keeper.js';
import {
  drawingNews,
  isUnsaved,
  nextAttempt,
  nothingOpened,
  saving,
  type Attempt,
  type SavingEvent,
} from './saving.js';
import type { SavedDrawing, SessionPorts, SessionState } from './session-state.js';

type CanvasPort = Pick<Canvas, 'load' | 'xml' | 'editing' | 'inHand' | 'finishText'>;
type Answer = Pick<ProcessAnswer, 'diagram' | 'version'>;

const SETTLE_MS = 300;

/**
 * The work of one person on the drawing of one process in one tab: what is on the canvas, what is saved, what
 * is kept in the browser. It alone knows whether there is open work; saving, news, and leaving ask it.
 */
export class EditingSession {
  readonly saidOfIds = new SaidOfIds();
  #state: SessionState = { saving: nothingOpened, kept: 'nothing', inHand: false, offers: [] };
  #listeners = new Set<() => void>();
  #canvas: CanvasPort | undefined;
  #saved: Pick<SavedDrawing, 'xml'> | undefined;
  /** The saved drawing as the canvas writes it: what the canvas gives is unchanged when it equals this. */
  #written: string | undefined;
  /** The same of a file that was opened in its place, until it is saved. */
  #file: { original: string; written: string } | undefined;
  /**
   * Whether undoing everything leads back to the saved drawing, even where the canvas then writes it in
   * another order.
   */
  #undoneIsSaved = false;
  /** The unsaved drawing as it was last read from the canvas. */
  #latest: string | undefined;
  #drafts: DraftKeeper;
  /** Loading another drawing and saving this one never overlap: they run one after the other. */
  #turn: Promise<unknown> = Promise.resolve();
  #settling: Promise<void> = Promise.resolve();
  #closing: Promise<void> | undefined;
  #saving: Promise<void> | undefined;
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
   * The saved drawing or the file that was opened, and how the canvas writes it: what differs beyond the
   * layout of the text is lost by saving.
   */
  get asOpened(): { original: string; written: string } | undefined {
    if (this.#file) return this.#file;
    return this.#saved && this.#written !== undefined
      ? { original: this.#saved.xml, written: this.#written }
      : undefined;
  }

  /** The unsaved drawing as it was last read from the canvas, with the version it was made on. */
  get unsaved(): { xml: string; base: number } | undefined {
    return this.#latest !== undefined && isUnsaved(this.#state.saving)
      ? { xml: this.#latest, base: this.#state.saving.seen }
      : undefined;
  }

  /** Whether leaving the page now would lose work. */
  get losesOnLeaving(): boolean {
    return (isUnsaved(this.#state.saving) && this.#state.kept !== 'kept') || this.#drafts.losesOnLeaving;
  }

  /** Work that is not saved, and whether the browser has it. Leaves out what the browser had before. */
  get left(): { xml: string; seen: number; kept: boolean }[] {
    const open = this.unsaved;
    const here = open && { xml: open.xml, seen: open.base, kept: this.#state.kept === 'kept' };
    const aside = this.#state.offers
      .filter(({ kept }) => !kept)
      .map(({ draft }) => ({ ...draft, kept: false }));
    return here ? [here, ...aside] : aside;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Whether the drawing is shown on this canvas. */
  isOpenOn(canvas: CanvasPort): boolean {
    return this.#canvas === canvas;
  }

  /**
   * Shows a saved drawing on a canvas, and looks for unsaved work that can be taken up. Work that is unsaved
   * here becomes a draft that is offered.
   * @param drawing undefined where the process has no drawing yet
   */
  open(canvas: CanvasPort, drawing: SavedDrawing | undefined, answer: Answer): Promise<void> {
    return this.#inTurn(() => this.#open(canvas, drawing, answer));
  }

  /** Shows what somebody else saved, or only reports it while something is unsaved or in hand. */
  showNewer(
    canvas: CanvasPort,
    drawing: SavedDrawing | undefined,
    answer: Answer,
    actor: Actor | undefined,
  ): Promise<void> {
    return this.#inTurn(async () => {
      const inHand = canvas.inHand();
      if (drawingNews(this.#state.saving, answer, inHand) === 'load')
        await this.#open(canvas, drawing, answer);
      else this.#tellNewer(answer, actor, inHand);
    });
  }

  /** Puts a drawing on the canvas that the service does not have: a first drawing. */
  takeUp(xml: string, seen: number): Promise<void> {
    return this.#inTurn(() => this.#takeUp(xml, seen));
  }

  /**
   * Puts a file on the canvas in place of the drawing, to be saved; what is unsaved becomes a draft.
   * @returns false where the editor could not write the file, and leaves the saved drawing on the canvas
   */
  openFile(xml: string, answer: Pick<ProcessAnswer, 'diagram'>): Promise<boolean> {
    return this.#inTurn(async () => {
      await this.#putAside();
      const loaded = await this.#canvas!.load(xml, { keepView: false });
      const { outcome, written } = loaded;
      if (outcome === 'drawn' && written !== undefined) {
        await this.#tookUp(loaded, this.#state.saving.seen);
        this.#file = { original: xml, written };
      } else if (this.#saved) await this.#canvas!.load(this.#saved.xml);
      await this.#lookForDrafts(answer);
      return this.#file?.original === xml;
    });
  }

  /** Goes on with a draft that was offered; unsaved work on the canvas is put aside first. */
  continueDraft(draft: Draft, answer: Pick<ProcessAnswer, 'diagram'>): Promise<void> {
    return this.#inTurn(async () => {
      if (!this.#state.offers.some((offer) => offer.draft.id === draft.id)) return;
      await this.#putAside();
      await this.#takeUp(draft.xml, draft.seen);
      if (this.#state.kept === 'kept') await this.#drafts.forget(draft.id);
      await this.#lookForDrafts(answer);
    });
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

  /** The canvas says whether the person is in the middle of something. */
  takesInHand(inHand: boolean): void {
    this.#change({ inHand });
  }

  /** Reads the drawing on the canvas again and keeps its copy in the browser, at once. */
  settle(): Promise<void> {
    clearTimeout(this.#timer);
    this.#settling = this.#settling.catch(() => undefined).then(() => this.#readAndKeep());
    return this.#settling;
  }

  /** Saves what is on the canvas, an open text included; says so when nothing changed. */
  save(note: string): Promise<void> {
    this.#saving ??= this.#inTurn(() => this.#save(note)).finally(() => {
      this.#saving = undefined;
    });
    return this.#saving;
  }

  /**
   * Shows what the service made of the unsaved work and somebody else's; the copy in the browser has done its
   * duty.
   */
  showMerged(
    canvas: CanvasPort,
    drawing: SavedDrawing | undefined,
    answer: Answer,
    version: number,
  ): Promise<void> {
    return this.#inTurn(async () => {
      this.#tell({ type: 'stored', version });
      await this.#open(canvas, drawing, answer);
      this.#tell({ type: 'stored', version });
      await this.#forgetCopy();
    });
  }

  /** Saves on top of what somebody else saved in between, knowingly. */
  async saveKnowingly(note: string): Promise<void> {
    this.#tell({ type: 'knowingly' });
    await this.save(note);
  }

  putConflictOff(): void {
    this.saidOfIds.forget();
    this.#tell({ type: 'conflict-put-aside' });
  }

  /** Saves with what the person says of the ids that changed hands. */
  async answerIds(ids: IdsAnswer, note: string): Promise<void> {
    const { moved } = this.#state.saving;
    if (!moved) return;
    this.saidOfIds.say(moved, ids);
    this.#tell({ type: 'ids-answered' });
    await this.save(note);
  }

  /** Back to the drawing: nothing is stored. */
  putIdsOff(): void {
    this.saidOfIds.forget();
    this.#tell({ type: 'ids-put-aside' });
  }

  /** What a fresh answer of the service asks for; `load`: show its drawing, since nothing here is open. */
  news(answer: Pick<ProcessAnswer, 'diagram'>, actor: Actor | undefined): 'none' | 'load' | 'tell' {
    return this.#tellNewer(answer, actor, this.#state.inHand);
  }

  /** Lets go of the canvas: the copy in the browser is complete when the promise is. */
  close(): Promise<void> {
    const canvas = this.#canvas;
    this.#closing = this.#settleAll().finally(() => {
      if (this.#canvas !== canvas) return;
      this.#canvas = undefined;
      this.#change({ inHand: false });
      this.#drafts.release();
    });
    return this.#closing;
  }

  /** Resolves when the last `close` is complete. */
  async closed(): Promise<void> {
    await this.#closing;
  }

  async #open(canvas: CanvasPort, drawing: SavedDrawing | undefined, answer: Answer): Promise<void> {
    await this.#putAside();
    this.#canvas = canvas;
    this.#saved = drawing;
    this.#written = undefined;
    this.#file = undefined;
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

  async #takeUp(xml: string, seen: number): Promise<void> {
    await this.#tookUp(await this.#canvas!.load(xml, { keepView: this.#state.loaded !== undefined }), seen);
  }

  async #tookUp(loaded: Loaded, seen: number): Promise<void> {
    this.#undoneIsSaved = false;
    this.#file = undefined;
    this.#change({ loaded });
    this.#tell({ type: 'opened', seen, unsaved: true });
    await this.#settleAll();
  }

  async #save(note: string): Promise<void> {
    const canvas = this.#canvas;
    if (!canvas) return;
    canvas.finishText();
    await this.settle();
    if (!isUnsaved(this.#state.saving))
      return this.#tell({ type: 'unchanged', version: this.#state.saving.seen });
    for (let again = true; again; ) {
      // The text read from the canvas may lack what was drawn during the read.
      const { changed } = this.#state.saving;
      const wanted = { key: this.ports.newKey(), xml: await canvas.xml(), note, changed };
      const { attempt, thenAnew } = nextAttempt(this.#state.saving, wanted);
      again = (await this.#send(attempt)) && thenAnew;
    }
  }

  async #send(attempt: Attempt): Promise<boolean> {
    this.#tell({ type: 'sent', attempt });
    const sent = await this.ports.send(attempt);
    if (sent.outcome === 'failed') {
      if (sent.failure.kind === 'refused') this.saidOfIds.forget();
      this.#tell({ type: 'failed', failure: sent.failure });
    } else if (sent.outcome === 'overtaken') this.#tell({ type: 'overtaken', conflict: sent.conflict });
    else if (sent.outcome === 'ids-moved') {
      const ids = this.saidOfIds.about(sent.moved);
      if (ids) return this.#send({ ...attempt, ids, key: this.ports.newKey() });
      this.#tell({ type: 'ids-moved', moved: sent.moved });
    } else {
      this.#written = attempt.xml;
      this.#file = undefined;
      this.#undoneIsSaved = false;
      this.#saved = { xml: attempt.xml };
      this.#tell({ type: sent.outcome, version: sent.version });
      if (isUnsaved(this.#state.saving)) await this.settle();
      else await this.#forgetCopy();
      return true;
    }
    return false;
  }

  async #readAndKeep(): Promise<void> {
    const canvas = this.#canvas;
    if (!canvas || !isUnsaved(this.#state.saving)) return;
    const at = this.#state.saving.changed;
    const xml = await canvas.xml();
    this.#latest = xml;
    const outline = this.ports.read(xml);
    if (outline) this.#change({ outline });
    const isSaved = xml === this.#written || (this.#undoneIsSaved && canvas.editing?.canUndo() === false);
    if (isSaved && this.#state.saving.changed === at) {
      this.#tell({ type: 'undone' });
      return this.#forgetCopy();
    }
    const kept = await this.#drafts.keep(xml, this.#state.saving.seen);
    if (this.#state.saving.changed === at) this.#change({ kept: kept ? 'kept' : 'failed' });
  }

  /** Repeats until the copy has the last change, also one made while the canvas was read. */
  async #settleAll(): Promise<void> {
    do await this.settle();
    while (this.#canvas && isUnsaved(this.#state.saving) && this.#state.kept === 'pending');
  }

  /** Turns unsaved work into a draft of its own. What is drawn next becomes another draft. */
  async #putAside(): Promise<void> {
    if (!isUnsaved(this.#state.saving)) return;
    await this.#settleAll();
    if (!isUnsaved(this.#state.saving)) return;
    this.#drafts.putAside();
    this.#tell({ type: 'undone' });
    this.#change({ kept: 'nothing' });
  }

  async #forgetCopy(): Promise<void> {
    await this.#drafts.forget();
    if (!isUnsaved(this.#state.saving)) this.#change({ kept: 'nothing' });
  }

  async #lookForDrafts(answer: Pick<ProcessAnswer, 'diagram'>): Promise<void> {
    this.#change({ offers: await this.#drafts.offers(answer, [this.#saved?.xml, this.#written]) });
  }

  #tellNewer(
    answer: Pick<ProcessAnswer, 'diagram'>,
    actor: Actor | undefined,
    inHand: boolean,
  ): 'none' | 'load' | 'tell' {
    const news = drawingNews(this.#state.saving, answer, inHand);
    const version = answer.diagram?.version;
    if (news === 'tell' && version !== undefined && this.#state.saving.newer?.version !== version) {
      this.#tell({ type: 'newer-seen', version, ...(actor && { actor }) });
    }
    return news;
  }

  #inTurn<T>(act: () => Promise<T>): Promise<T> {
    const turn = this.#turn.then(act);
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  #tell(event: SavingEvent): void {
    this.#change({ saving: saving(this.#state.saving, event) });
  }

  #change(change: Partial<SessionState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
