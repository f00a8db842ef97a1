import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Canvas } from '../../canvas/canvas.js';
import { useKeyDown } from '../../ui/use-key-down.js';

const icons = {
  undo: 'M4 7h6.500a3.500 3.500 0 0 1 0 7H6 M7 3.500 3.500 7 7 10.500',
  redo: 'M14 7H7.500a3.500 3.500 0 0 0 0 7H12 M11 3.500 14.500 7 11 10.500',
  zoomIn: 'M8 3.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9 M11.500 11.500 15.500 15.500 M8 6v4 M6 8h4',
  zoomOut: 'M8 3.500a4.500 4.500 0 1 1 0 9 4.500 4.500 0 0 1 0-9 M11.500 11.500 15.500 15.500 M6 8h4',
  zoomFit: 'M3 6.500V3h3.500 M11.500 3H15v3.500 M15 11.500V15h-3.500 M6.500 15H3v-3.500',
  minimap: 'M3 4h12v10H3z M9.500 9H15v5H9.500z',
};

/** Fields and the drawing take back what was done in them by themselves; a question is answered first. */
const UNDOES_ITSELF =
  'input:not([type=radio], [type=checkbox]), textarea, [contenteditable], .djs-container, dialog';

interface Props {
  canvas: Canvas | undefined;
  /** Whether the drawing is on screen; otherwise there is nothing to zoom. */
  shown: boolean;
  /** Says aloud what was undone or done again. */
  say?(text: string): void;
}

/** One button with an icon. */
export function Tool({
  name,
  label,
  disabled,
  pressed,
  onClick,
}: {
  name: keyof typeof icons;
  label: string;
  disabled?: boolean;
  pressed?: boolean;
  onClick(): void;
}) {
  return (
    <button
      type="button"
      className="tool"
      data-focus={name}
      aria-label={label}
      title={label}
      aria-disabled={disabled || undefined}
      aria-pressed={pressed}
      onClick={() => !disabled && onClick()}
    >
      <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" focusable="false">
        <path
          d={icons[name]}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.600"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}

/** Undo, redo, zoom and minimap. */
export function DrawingTools({ canvas, shown, say }: Props) {
  const { t } = useTranslation('panes');
  const [minimap, setMinimap] = useState(false);
  const tool = (
    name: keyof typeof icons,
    act: () => void,
    more: { disabled?: boolean; pressed?: boolean } = {},
  ) => <Tool name={name} label={t(name)} onClick={act} {...more} />;
  const editing = canvas?.editing;
  const undo = () => {
    editing?.undo();
    say?.(t('undone'));
  };
  const redo = () => {
    editing?.redo();
    say?.(t('redone'));
  };
  useKeyDown((event) => {
    const key = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return;
    if ((event.target as Element).closest?.(UNDOES_ITSELF)) return;
    event.preventDefault();
    if (key === 'z' && !event.shiftKey) {
      if (editing?.canUndo()) undo();
    } else if (editing?.canRedo()) redo();
  });
  if (!canvas) return undefined;
  return (
    <div className="drawing-tools" role="group" aria-label={t('toolbar')}>
      {editing && tool('undo', undo, { disabled: !editing.canUndo() })}
      {editing && tool('redo', redo, { disabled: !editing.canRedo() })}
      {shown && (
        <>
          {tool('zoomOut', () => canvas.zoomOut())}
          {tool('zoomIn', () => canvas.zoomIn())}
          {tool('zoomFit', () => canvas.zoomFit())}
          {tool('minimap', () => setMinimap(canvas.toggleMinimap()), { pressed: minimap })}
        </>
      )}
    </div>
  );
}
