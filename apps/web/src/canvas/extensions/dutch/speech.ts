import type { DiagramElement, EventBus } from '../../diagram/elements.js';
import { dutch, english } from './dutch.js';

interface ContextPad {
  isOpen(): boolean;
  open(target: DiagramElement | DiagramElement[], force: boolean): void;
}

/** Translates what the library says; menus that are made later and those on screen both follow a change. */
export class Speech {
  static $inject = ['eventBus', 'injector', 'config.language'];

  constructor(
    private readonly eventBus: EventBus,
    private readonly injector: { get<T>(name: string, strict: false): T | null },
    private language: string | undefined,
  ) {}

  translate = (template: string, values?: Record<string, string>): string =>
    (this.language === 'nl' ? dutch : english)(template, values);

  /** Says everything in this language from now on. */
  speak(language: string): void {
    if (this.language === language) return;
    this.language = language;
    this.eventBus.fire('i18n.changed');
    const pad = this.injector.get<ContextPad>('contextPad', false);
    const selected = this.injector.get<{ get(): DiagramElement[] }>('selection', false)?.get() ?? [];
    if (pad?.isOpen() && selected.length > 0) pad.open(selected.length > 1 ? selected : selected[0]!, true);
  }
}
