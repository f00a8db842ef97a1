import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { checkBytes, LARGEST_FILE } from './checked-file.js';
import type { CheckedFile } from './checked-file.js';

/** The file that was chosen and what is known of it, or why the browser cannot take it. */
export function useChosenFile(onRead: (file: CheckedFile) => void) {
  const { t, i18n } = useTranslation('chosenFile');
  const [file, setFile] = useState<CheckedFile>();
  const [error, setError] = useState<string>();
  const forget = () => {
    setFile(undefined);
    setError(undefined);
  };
  const choose = async (chosen: File) => {
    forget();
    if (chosen.size > LARGEST_FILE) return setError(t('tooLarge', { size: LARGEST_FILE / 1024 / 1024 }));
    try {
      const bytes = new Uint8Array(await chosen.arrayBuffer());
      const checked = checkBytes(chosen.name, bytes, i18n.language === 'en' ? 'en' : 'nl');
      setFile(checked);
      onRead(checked);
    } catch {
      setError(t('unreadable'));
    }
  };
  return { file, error, choose, forget };
}
