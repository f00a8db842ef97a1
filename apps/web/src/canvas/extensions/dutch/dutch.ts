import { editorTexts } from './editor-texts.js';

/**
 * Dutch for a text of the drawing library, with the values put in; a text that the list lacks stays English.
 * @param template the library's English text, with `{name}` where a value goes
 */
export function dutch(template: string, values: Record<string, string> = {}): string {
  return (editorTexts[template] ?? template).replace(
    /{([^}]+)}/g,
    (_, name: string) => values[name] ?? `{${name}}`,
  );
}
