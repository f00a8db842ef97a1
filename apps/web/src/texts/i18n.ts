import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { answerIn } from '../http.js';
import { en } from './en/index.js';
import { nl } from './nl/index.js';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: typeof nl;
  }
}

type Language = 'nl' | 'en';

const KEPT_AS = 'knipkaart.language';

const kept = (): Language => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'nl');

function tell(language: string): void {
  document.documentElement.lang = language;
  answerIn(language);
  localStorage.setItem(KEPT_AS, language);
}

i18next.on('languageChanged', tell);

void i18next.use(initReactI18next).init({
  resources: { nl, en },
  lng: kept(),
  fallbackLng: 'nl',
  defaultNS: 'shell',
  // React escapes; escaping twice would show markup in names as entities.
  interpolation: { escapeValue: false },
  initAsync: false,
});
