/**
 * Puts the focus on the control that carries this mark in `data-focus`; where there is none, leaves it where
 * it is.
 */
export function focusMark(mark: string | undefined): void {
  [...document.querySelectorAll<HTMLElement>('[data-focus]')]
    .find((each) => each.dataset.focus === mark)
    ?.focus();
}
