import { editorTexts } from './editor-texts.js';

/**
 * Dutch for a text of the drawing library, with the values put in; a text that the list lacks stays English.
 * @param template the library's English text, with `{name}` where a value goes
 */
export const dutch = (template: string, values?: Record<string, string>): string =>
  english(editorTexts[template] ?? template, values);

/** A text of the drawing library as it is, with the values put in. */
export const english = (template: string, values: Record<string, string> = {}): string =>
  template.replace(/{([^}]+)}/g, (_, name: string) => values[name] ?? `{${name}}`);
