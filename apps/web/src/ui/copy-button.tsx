import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

/** Puts a text on the clipboard, and says that it did, or that the browser does not let it. */
export function CopyButton({ text, children }: { text: string; children: string }) {
  const { t } = useTranslation();
  const [done, setDone] = useState<{ text: string; said: 'copied' | 'notCopied' }>();
  const say = (said: 'copied' | 'notCopied') => setDone({ text, said });
  const copy = async () => {
    // The same words twice are read out twice.
    setDone(undefined);
    await navigator.clipboard.writeText(text);
  };
  return (
    <>
      <Button
        purpose="secondary"
        onClick={() =>
          void copy().then(
            () => say('copied'),
            () => say('notCopied'),
          )
        }
      >
        {children}
      </Button>
      <span role="status">{done?.text === text && t(done.said)}</span>
    </>
  );
}
