import { Button } from '@nl-design-system-candidate/button-react';
import { useTranslation } from 'react-i18next';
import { isReachable, keyOf, writtenIn } from '../panes/knip-panel/reachable.js';
import { CopyButton } from '../ui/copy-button.js';
import { NoticeBar } from '../ui/notice-bar.js';
import { useAllTyped } from '../use-typed.js';
import { useEditing } from './editing-context.js';

/** Shows typed texts that are not on screen: their form is gone, or they are from before a reload. */
export function TypedNotices() {
  const { t } = useTranslation('editor');
  const { answer, editable, drawing, choice } = useEditing();
  const { live, state } = drawing;
  const shown = useAllTyped(answer.id).flatMap((typed) => {
    const text = writtenIn(typed.values);
    // Only the loaded drawing shows which steps are gone.
    if (text === '' || (answer.diagram && !state.loaded)) return [];
    const reachable = isReachable(typed, live, editable);
    const place = keyOf(typed, live);
    if (reachable && (place === undefined || !typed.isFromBefore)) return [];
    return [{ ...typed, text, place, reachable }];
  });
  const saying = ({ element, place, reachable }: (typeof shown)[number]) => {
    if (reachable) return 'typed.before';
    return element !== '' && place === undefined ? 'typed.gone' : 'typed.closed';
  };
  return shown.map((typed) => (
    <NoticeBar
      key={typed.key}
      kind={typed.reachable ? 'info' : 'warning'}
      actions={
        <>
          {typed.reachable && (
            <Button purpose="primary" onClick={() => choice.open(typed.place!)}>
              {t('typed.go')}
            </Button>
          )}
          <CopyButton text={typed.text}>{t('typed.copy')}</CopyButton>
          <Button purpose="secondary" onClick={typed.forget}>
            {t('typed.discard')}
          </Button>
        </>
      }
      below={<pre className="typed-text">{typed.text}</pre>}
    >
      {t(saying(typed), { about: typed.about || t('noName') })}
    </NoticeBar>
  ));
}
