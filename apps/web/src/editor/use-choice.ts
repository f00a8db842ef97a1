import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../panes/view-switch.js';
import { focusMark } from '../panes/step-list/focus-mark.js';
import { nextUndecided, rowsOf } from '../panes/step-list/rows.js';
import { useChosen } from '../panes/use-chosen.js';
import type { DrawingSession } from './use-drawing-session.js';

/**
 * The element that the three panes show together, the ways to another one, and which panes are on screen.
 * @param selected key of a step or hand-over, or id of another element
 */
export function useChoice(
  { live, state, canvas, drawn }: DrawingSession,
  selected: string | undefined,
  onSelect: (key: string) => void,
  say: (text: string) => void,
) {
  const { t } = useTranslation('editor');
  const [wanted, setView] = useState<View>('drawing');
  const panel = useRef<HTMLElement>(null);
  const step = live.steps.find((each) => each.key === selected);
  const handover = live.handovers.find((each) => each.flow === selected);
  const chosen = useChosen(canvas, step || handover ? undefined : selected);
  const view: View = state.loaded && !drawn && (wanted === 'drawing' || wanted === 'both') ? 'list' : wanted;
  const row = step?.key ?? handover?.after;

  const goTo = (key: string) => {
    onSelect(key);
    canvas?.focus(key);
    const name =
      live.steps.find((each) => each.key === key)?.name ??
      live.handovers.find((each) => each.flow === key)?.name;
    say(t('wentTo', { name: name || t('noName') }));
  };
  return {
    selected,
    step,
    handover,
    /** What else is selected, by its kind and name. */
    chosen,
    view,
    setView,
    /** The element of the step panel, which takes the focus when a step is opened. */
    panel,
    goTo,
    /** Shows a step or hand-over in the panel, and goes there. */
    open: (key: string) => {
      goTo(key);
      if (matchMedia('(max-width: 60rem)').matches) setView('panel');
      requestAnimationFrame(() => panel.current?.focus());
    },
    goToNextUndecided: () => {
      const next = nextUndecided(rowsOf(live, state.outline?.entries ?? []), selected);
      if (next) goTo(next.key);
    },
    /** Goes back to the line of the list; absent where no line belongs to what is selected. */
    backToList:
      row === undefined
        ? undefined
        : () => {
            if (wanted === 'panel') setView('list');
            requestAnimationFrame(() => focusMark(`knip ${row}`));
          },
  };
}

export type Choice = ReturnType<typeof useChoice>;
