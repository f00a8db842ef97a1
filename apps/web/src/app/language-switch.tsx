import { useTranslation } from 'react-i18next';
import { changeLanguage } from '../texts.js';

/** Goes to the other language; the button is named in the language it leads to. */
export function LanguageSwitch() {
  const { i18n } = useTranslation();
  const other = i18n.language === 'en' ? 'nl' : 'en';
  return (
    <button
      type="button"
      className="site-header__button"
      lang={other}
      onClick={() => void changeLanguage(other)}
    >
      {other === 'en' ? 'English' : 'Nederlands'}
    </button>
  );
}
