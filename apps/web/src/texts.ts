import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '#bpmn';
import { answerIn } from './http.js';

/** The texts of a part of the page by namespace, fetched in one language when they are needed. */
export type Texts = Record<Language, () => Promise<Partial<Namespaces>>>;

/**
 * Every part adds its texts here, so that one that is not there is an error of types.
 * @public
 */
// biome-ignore lint/suspicious/noEmptyInterface: parts add to it
export interface Namespaces {}

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: Namespaces;
  }
}

const KEPT_AS = 'knipkaart.language';

/** Those on screen so far: another language needs them as well. */
const needed = new Set<Texts>();

const kept = (): Language => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'nl');

function tell(language: string): void {
  document.documentElement.lang = language;
  answerIn(language);
  localStorage.setItem(KEPT_AS, language);
}

i18next.on('languageChanged', tell);

void i18next.use(initReactI18next).init({
  resources: {},
  lng: kept(),
  fallbackLng: false,

  defaultNS: 'shell',
  // React escapes; escaping twice would show markup in names as entities.
  interpolation: { escapeValue: false },
  initAsync: false,
});

/** Fetches texts in the language of the page; what shows them is drawn after that. */
export async function loadTexts(texts: Texts): Promise<void> {
  needed.add(texts);
  await take(i18next.language as Language, texts);
}

/** Goes to another language, once everything that may be on screen is there in it. */
export async function changeLanguage(language: Language): Promise<void> {
  await Promise.all([...needed].map((texts) => take(language, texts)));
  await i18next.changeLanguage(language);
}

async function take(language: Language, texts: Texts): Promise<void> {
  for (const [namespace, words] of Object.entries(await texts[language]()))
    i18next.addResourceBundle(language, namespace, words);
}
