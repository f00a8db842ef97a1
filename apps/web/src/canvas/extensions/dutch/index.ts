import { Speech } from './speech.js';

/** Canvas extension: the drawing library speaks the language of the page, also when that changes. */
export default { speech: ['type', Speech], translate: ['factory', translateOf] };
export type { Speech } from './speech.js';

function translateOf(speech: Speech): Speech['translate'] {
  return speech.translate;
}
translateOf.$inject = ['speech'];
