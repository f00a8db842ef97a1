import { Button } from '@nl-design-system-candidate/button-react';
import { useTranslation } from 'react-i18next';
import { isReachable, keyOf, writtenIn } from '../panes/knip-panel/reachable.js';
import { CopyButton } from '../ui/copy-button.js';
import { NoticeBar } from '../ui/notice-bar.js';
import { absoluteTime } from '../ui/times.js';
import { useAllTyped, type TypedNow } from '../use-typed.js';
import { useEditing } from './editing-context.js';

/**
 * Shows typed texts that are not on screen: their form is gone or closed, they are from before a reload, or
 * the form has another text of another window.
 */
export function TypedNotices() {
  const { t, i18n } = useTranslation('editor');
  const { answer, editable, drawing, choice } = useEditing();
  const { live, state, changeable, canvas } = drawing;
  const nodes = new Set(changeable ? canvas?.nodes().map(({ id }) => id) : []);
  /** The way to the form: absent where it is gone, or where one cannot be led to it. */
  const wayTo = (typed: TypedNow): (() => void) | undefined => {
    const { form, place = '' } = typed;
    if (form === 'add' || form === 'edit')
      return () => {
        choice.showList();
        choice.setListForm(form === 'add' ? 'add' : { edit: place });
      };
    const key = keyOf(typed, live);
    return key === undefined ? undefined : () => choice.open(key);
  };
  const reaches = (typed: TypedNow): boolean => {
    if (typed.form === 'add') return changeable;
    if (typed.form === 'edit') return typed.place !== undefined && nodes.has(typed.place);
    return isReachable(typed, live, editable);
  };
  const shown = useAllTyped(answer.id).flatMap((typed) => {
    const text = writtenIn(typed.values);
    // Only the loaded drawing shows which steps are gone.
    if (text === '' || (answer.diagram && !state.loaded)) return [];
    const go = reaches(typed) ? wayTo(typed) : undefined;
    const reachable = reaches(typed);
    if (reachable && !typed.isBeside && (!go || !typed.isFromBefore)) return [];
    return [{ ...typed, text, go, reachable }];
  });
  const saying = ({ element, place, form, reachable, isBeside }: (typeof shown)[number]) => {
    if (reachable) return isBeside ? 'typed.beside' : 'typed.before';
    const gone = place === undefined || (form === 'edit' ? !nodes.has(place) && changeable : !placed(place));
    return element !== '' && gone ? 'typed.gone' : 'typed.closed';
  };
  const placed = (place: string) =>
    live.steps.some(({ id }) => id === place) || live.handovers.some(({ flowId }) => flowId === place);
  return shown.map((typed) => (
    <NoticeBar
      key={typed.key}
      kind={typed.reachable ? 'info' : 'warning'}
      actions={
        <>
          {typed.reachable && (
            <Button
              purpose="primary"
              onClick={() => {
                typed.prefer();
                typed.go?.();
              }}
            >
              {t(typed.isBeside ? 'typed.take' : 'typed.go')}
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
      {t(saying(typed), {
        about: typed.about || t('noName'),
        when: absoluteTime(typed.at, i18n.language),
      })}
    </NoticeBar>
  ));
}
