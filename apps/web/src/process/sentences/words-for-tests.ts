import i18next from 'i18next';
import type { Language } from '#bpmn';
import { shell as shellEn } from '../../ui/texts/en.js';
import { shell as shellNl } from '../../ui/texts/nl.js';
import { comparison as comparisonEn } from './texts/comparison/en.js';
import { comparison as comparisonNl } from './texts/comparison/nl.js';
import { history as historyEn } from './texts/history/en.js';
import { history as historyNl } from './texts/history/nl.js';

/** The texts of a language without a browser, for tests of what is composed from them. */
function wordsOf(language: Language) {
  const words = i18next.createInstance();
  void words.init({
    resources: {
      nl: { shell: shellNl, history: historyNl, comparison: comparisonNl },
      en: { shell: shellEn, history: historyEn, comparison: comparisonEn },
    },
    lng: language,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return words;
}

const OF_HISTORY: ['history', 'shell'] = ['history', 'shell'];

/** What the sentences of a history are made with. */
export const historyWords = (language: Language) => wordsOf(language).getFixedT(language, OF_HISTORY);

const OF_COMPARISON: ['comparison', 'history', 'shell'] = ['comparison', 'history', 'shell'];

/** What the sentences of a comparison are made with. */
export const comparisonWords = (language: Language) => ({
  t: wordsOf(language).getFixedT(language, OF_COMPARISON),
  history: historyWords(language),
  language,
});
