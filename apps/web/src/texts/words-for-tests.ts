import i18next from 'i18next';
import { en } from './en/index.js';
import { nl } from './nl/index.js';

/** The texts of a language without a browser, for tests of what is composed from them. */
function wordsOf(language: 'nl' | 'en') {
  const words = i18next.createInstance();
  void words.init({
    resources: { nl, en },
    lng: language,
    interpolation: { escapeValue: false },
    initAsync: false,
  });
  return words;
}

const OF_HISTORY: ['history', 'shell'] = ['history', 'shell'];

/** What the sentences of a history are made with. */
export const historyWords = (language: 'nl' | 'en') => wordsOf(language).getFixedT(language, OF_HISTORY);

const OF_COMPARISON: ['comparison', 'history', 'shell'] = ['comparison', 'history', 'shell'];

/** What the sentences of a comparison are made with. */
export const comparisonWords = (language: 'nl' | 'en') => ({
  t: wordsOf(language).getFixedT(language, OF_COMPARISON),
  history: historyWords(language),
  language,
});

/** What conflicts are told with. */
export const mergingWords = (language: 'nl' | 'en') => wordsOf(language).getFixedT(language, 'merging');
