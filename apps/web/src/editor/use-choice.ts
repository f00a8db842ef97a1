import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { elementNow, type DrawingThen } from '../drawn.js';
import type { View } from '../panes/view-switch.js';
import { focusMark } from '../panes/step-list/focus-mark.js';
import { nextUndecided, rowsOf } from '../panes/step-list/rows.js';
import { useChosen } from '../panes/use-chosen.js';
import type { DrawingSession } from './use-drawing-session.js';

/** What was chosen: key of a step or hand-over, or id of another element, and the drawing where that was. */
export interface Chosen {
  element: string;
  drawing: DrawingThen | undefined;
}

/** A form of the step list: of what it adds, or of the element that it changes. */
export type ListForm = { form: 'add' } | ({ form: 'edit' } & Chosen);

/**
 * The element that the three panes show together, the ways to another one, and which panes are on screen.
 * When another drawing comes, what was chosen stays chosen, also where it has another id.
 */
export function useChoice(
  { live, state, canvas, drawn, drawnOn }: DrawingSession,
  chosenThen: Chosen | undefined,
  setChosen: (chosen: Chosen) => void,
  say: (text: string) => void,
) {
  const { t } = useTranslation('editor');
  const [listForm, setListForm] = useState<ListForm>();
  const selected = chosenThen && elementNow(chosenThen, drawnOn);
  const onSelect = (element: string) => setChosen({ element, drawing: drawnOn });
  const selectAgain = useEffectEvent((load: string | undefined) => {
    if (chosenThen && chosenThen.drawing?.load !== load) canvas?.select(selected);
  });
  useEffect(() => selectAgain(drawnOn?.load), [drawnOn?.load]);
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
    /** Another one whenever something is chosen; the same while another drawing comes. */
    picked: chosenThen,
    /** The form of the list that is open, with the key of the element that it changes now. */
    listForm: listForm && {
      form: listForm.form,
      element: listForm.form === 'edit' ? elementNow(listForm, drawnOn) : undefined,
    },
    /** Opens the form that changes an element, or the one that adds a step; undefined closes it. */
    setListForm: (form: { edit: string } | 'add' | undefined) =>
      setListForm(
        form === undefined || form === 'add'
          ? form && { form }
          : { form: 'edit', element: form.edit, drawing: drawnOn },
      ),
    /** Has the list on screen. */
    showList: () => setView(view === 'both' ? 'both' : 'list'),
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
