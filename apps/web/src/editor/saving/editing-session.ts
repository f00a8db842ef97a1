import type { Actor, ProcessAnswer } from '#contract';
import type { Loaded } from '../../canvas/canvas.js';
import type { Draft } from './draft.js';
import { SaidOfIds, type IdsAnswer } from '../moved-ids/said-of-ids.js';
import { DraftKeeper } from './draft-keeper.js';
import { OpenedDrawing } from './opened-drawing.js';
import { OpenWork, type CanvasPort } from './open-work.js';
import { drawingNews } from './saving.js';
import { Sending } from './sending.js';
import type { SavedDrawing, SessionPorts, SessionState } from './session-state.js';
import { ToldState } from './told-state.js';
import { Turns } from './turns.js';

type Answer = Pick<ProcessAnswer, 'diagram' | 'version'>;

/**
 * The work of one person on the drawing of one process in one tab: what goes on the canvas, and what becomes
 * of what was there. It alone knows whether there is open work; saving, news, and leaving ask it.
 */
export class EditingSession {
  readonly saidOfIds = new SaidOfIds();
  readonly #state = new ToldState();
  readonly #opened = new OpenedDrawing();
  readonly #drafts: DraftKeeper;
  readonly #work: OpenWork;
  readonly #sending: Sending;
  /** Loading another drawing and saving this one never overlap. */
  readonly #turns = new Turns();
  #closing: Promise<void> | undefined;
  #saving: Promise<void> | undefined;

  constructor(process: string, person: string, ports: SessionPorts) {
    this.#drafts = new DraftKeeper(process, person, ports);
    this.#work = new OpenWork(this.#state, this.#opened, this.#drafts, ports);
    this.#sending = new Sending(this.#state, this.#opened, this.#work, this.saidOfIds, ports);
  }

  get state(): SessionState {
    return this.#state.now;
  }

  subscribe = this.#state.subscribe;

  /**
   * The saved drawing or the file that was opened, and how the canvas writes it: what differs beyond the
   * layout of the text is lost by saving.
   */
  get asOpened(): { original: string; written: string } | undefined {
    return this.#opened.asOpened;
  }

  /** The unsaved drawing as it was last read from the canvas, with the version it was made on. */
  get unsaved(): { xml: string; base: number } | undefined {
    return this.#work.unsaved;
  }

  /** The saved drawing on which this work is done, with the version that it made. */
  get saved(): { xml: string; version: number } | undefined {
    return this.#opened.saved;
  }

  /** Whether leaving the page now would lose work. */
  get losesOnLeaving(): boolean {
    return (this.#work.isUnsaved && this.state.kept !== 'kept') || this.#drafts.losesOnLeaving;
  }

  /** Work that is not saved, and whether the browser has it. Leaves out what the browser had before. */
  get left(): { xml: string; seen: number; kept: boolean }[] {
    const open = this.unsaved;
    const here = open && { xml: open.xml, seen: open.base, kept: this.state.kept === 'kept' };
    const aside = this.state.offers
      .filter(({ kept }) => !kept)
      .map(({ draft }) => ({ ...draft, kept: false }));
    return here ? [here, ...aside] : aside;
  }

  /** Whether the drawing is shown on this canvas. */
  isOpenOn(canvas: CanvasPort): boolean {
    return this.#work.canvas === canvas;
  }

  /**
   * Shows a saved drawing on a canvas, and looks for unsaved work that can be taken up. Work that is unsaved
   * here becomes a draft that is offered.
   * @param drawing undefined where the process has no drawing yet
   */
  open(canvas: CanvasPort, drawing: SavedDrawing | undefined, answer: Answer): Promise<void> {
    return this.#turns.take(() => this.#open(canvas, drawing, answer));
  }

  /** Shows what somebody else saved, or only reports it while something is unsaved or in hand. */
  showNewer(
    canvas: CanvasPort,
    drawing: SavedDrawing | undefined,
    answer: Answer,
    actor: Actor | undefined,
  ): Promise<void> {
    return this.#turns.take(async () => {
      const inHand = canvas.inHand();
      if (drawingNews(this.state.saving, answer, inHand) === 'load')
        await this.#open(canvas, drawing, answer);
      else this.#tellNewer(answer, actor, inHand);
    });
  }

  /** Puts a drawing on the canvas that the service does not have: a first drawing. */
  takeUp(xml: string, seen: number): Promise<void> {
    return this.#turns.take(() => this.#takeUp(xml, seen));
  }

  /**
   * Puts a file on the canvas in place of the drawing, to be saved; what is unsaved becomes a draft.
   * @returns false where the editor could not write the file, and leaves the saved drawing on the canvas
   */
  openFile(xml: string, answer: Pick<ProcessAnswer, 'diagram'>): Promise<boolean> {
    return this.#turns.take(async () => {
      await this.#work.putAside();
      const canvas = this.#work.canvas!;
      const loaded = await canvas.load(xml, { keepView: false });
      const { outcome, written } = loaded;
      const editable = outcome === 'drawn' && written !== undefined;
      if (editable) {
        await this.#tookUp(xml, loaded, this.state.saving.seen);
        this.#opened.fromFile({ original: xml, written });
      } else if (this.#opened.saved) {
        const { xml: saved } = this.#opened.saved;
        this.#work.wasLoaded(saved, { loaded: await canvas.load(saved) });
      }
      await this.#work.lookForDrafts(answer);
      return editable;
    });
  }

  /** Goes on with a draft that was offered; unsaved work on the canvas is put aside first. */
  continueDraft(draft: Draft, answer: Pick<ProcessAnswer, 'diagram'>): Promise<void> {
    return this.#turns.take(async () => {
      if (!this.state.offers.some((offer) => offer.draft.id === draft.id)) return;
      await this.#work.putAside();
      await this.#takeUp(draft.xml, draft.seen);
      if (this.state.kept === 'kept') await this.#drafts.forget(draft.id);
      await this.#work.lookForDrafts(answer);
    });
  }

  async discardDraft(draft: Draft): Promise<void> {
    await this.#drafts.forget(draft.id);
    this.#state.change({ offers: this.state.offers.filter((offer) => offer.draft.id !== draft.id) });
  }

  /** The canvas says that the drawing changed. */
  changed(): void {
    this.#work.changed();
  }

  /** The canvas says whether the person is in the middle of something. */
  takesInHand(inHand: boolean): void {
    this.#state.change({ inHand });
  }

  /** Reads the drawing on the canvas again and keeps its copy in the browser, at once. */
  settle(): Promise<void> {
    return this.#work.settle();
  }

  /** Saves what is on the canvas, an open text included; says so when nothing changed. */
  save(note: string): Promise<void> {
    this.#saving ??= this.#turns
      .take(() => this.#sending.save(note))
      .finally(() => {
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
    return this.#turns.take(async () => {
      this.#state.tell({ type: 'stored', version });
      await this.#open(canvas, drawing, answer);
      this.#state.tell({ type: 'stored', version });
      await this.#work.forgetCopy();
    });
  }

  /** Saves on top of what somebody else saved in between, knowingly. */
  async saveKnowingly(note: string): Promise<void> {
    this.#state.tell({ type: 'knowingly' });
    await this.save(note);
  }

  putConflictOff(): void {
    this.saidOfIds.forget();
    this.#state.tell({ type: 'conflict-put-aside' });
  }

  /** Saves with what the person says of the ids that changed hands. */
  async answerIds(ids: IdsAnswer, note: string): Promise<void> {
    const { moved } = this.state.saving;
    if (!moved) return;
    this.saidOfIds.say(moved, ids);
    this.#state.tell({ type: 'ids-answered' });
    await this.save(note);
  }

  /** Back to the drawing: nothing is stored. */
  putIdsOff(): void {
    this.saidOfIds.forget();
    this.#state.tell({ type: 'ids-put-aside' });
  }

  /** What a fresh answer of the service asks for; `load`: show its drawing, since nothing here is open. */
  news(answer: Pick<ProcessAnswer, 'diagram'>, actor: Actor | undefined): 'none' | 'load' | 'tell' {
    return this.#tellNewer(answer, actor, this.state.inHand);
  }

  /** Lets go of the canvas: the copy in the browser is complete when the promise is. */
  close(): Promise<void> {
    const { canvas } = this.#work;
    this.#closing = this.#work.settleAll().finally(() => {
      if (this.#work.canvas !== canvas) return;
      this.#work.canvas = undefined;
      this.#state.change({ inHand: false });
      this.#drafts.release();
    });
    return this.#closing;
  }

  /** Resolves when the last `close` is complete. */
  async closed(): Promise<void> {
    await this.#closing;
  }

  async #open(canvas: CanvasPort, drawing: SavedDrawing | undefined, answer: Answer): Promise<void> {
    await this.#work.putAside();
    this.#work.canvas = canvas;
    this.#opened.begin(drawing, answer.diagram?.version);
    this.#drafts.hold();
    if (drawing) {
      const loaded = await canvas.load(drawing.xml, { keepView: this.state.loaded !== undefined });
      this.#opened.shown(loaded.written);
      this.#work.wasLoaded(drawing.xml, { loaded, kept: 'nothing' });
    }
    this.#state.tell({ type: 'opened', seen: drawing?.seen ?? answer.version, unsaved: false });
    await this.#work.lookForDrafts(answer);
  }

  async #takeUp(xml: string, seen: number): Promise<void> {
    const keepView = this.state.loaded !== undefined;
    await this.#tookUp(xml, await this.#work.canvas!.load(xml, { keepView }), seen);
  }

  async #tookUp(xml: string, loaded: Loaded, seen: number): Promise<void> {
    this.#opened.replaced();
    this.#work.wasLoaded(xml, { loaded });
    this.#state.tell({ type: 'opened', seen, unsaved: true });
    await this.#work.settleAll();
  }

  #tellNewer(
    answer: Pick<ProcessAnswer, 'diagram'>,
    actor: Actor | undefined,
    inHand: boolean,
  ): 'none' | 'load' | 'tell' {
    const news = drawingNews(this.state.saving, answer, inHand);
    const version = answer.diagram?.version;
    if (news === 'tell' && version !== undefined && this.state.saving.newer?.version !== version)
      this.#state.tell({ type: 'newer-seen', version, ...(actor && { actor }) });
    return news;
  }
}
