import { Button } from '@nl-design-system-candidate/button-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergeConflict } from '#contract';
import { Drawings, type Arrangement } from '../../panes/drawing/drawings.js';
import { DrawingBar } from '../../panes/drawing/drawing-bar.js';
import { usePair } from '../../panes/drawing/use-pair.js';
import { Form } from '../../ui/form/form.js';
import { useForm } from '../../ui/form/use-form.js';
import { useNarrow } from '../../ui/use-narrow.js';
import { outlineOf } from '../../process/diagram-query.js';
import type { Places } from '../../process/sentences/places.js';
import { withDrawing } from '../../process/live-answer.js';
import { everywhere, unchosen } from './choices.js';
import { ConflictField } from './conflict-field.js';
import { conflictWords } from './conflict-words.js';
import type { Held, MergingState, Mine } from './use-merging.js';

const ONE_PLACE: readonly Arrangement[] = ['before', 'after'];
const TWO_PLACES: readonly Arrangement[] = ['beside', 'below', ...ONE_PLACE];

interface Props {
  held: Held;
  merging: MergingState;
  mine: Mine;
  who: string;
}

/** Both wishes in both drawings and in words, and what the person chooses on each point. */
export function ConflictChoices({ held, merging, mine, who }: Props) {
  const { t, i18n } = useTranslation('merging');
  const { t: comparison } = useTranslation(['comparison', 'history', 'shell']);
  const narrow = useNarrow();
  const [wanted, setWanted] = useState<Arrangement>('beside');
  const box = useRef<HTMLFormElement>(null);
  const { conflicts, places } = held;
  const { choices, choose } = merging;
  const arrangements = narrow ? ONE_PLACE : TWO_PLACES;
  const arrangement = arrangements.includes(wanted) ? wanted : 'after';
  const marks = useMemo(
    () =>
      conflicts.map((conflict, index) => ({
        id: seenAt(conflict, places),
        symbol: 'changed' as const,
        numbers: String(index + 1),
      })),
    [conflicts, places],
  );
  const names = { before: t('mineName'), after: t('theirsName', { who }) };
  const labels = { before: t('mineTitle'), after: t('theirsTitle', { who }) };
  const cut = useMemo(() => {
    const outline = outlineOf(mine.xml);
    return outline && withDrawing(held.theirs, outline);
  }, [mine.xml, held.theirs]);
  const pair = usePair(
    {
      before: { name: names.before, xml: mine.xml, cut, marks },
      after: { name: names.after, xml: held.theirXml, cut: held.theirs, marks },
    },
    NOT_SHIFTED,
    (_, elementId) => {
      const number = conflicts.findIndex((conflict) => seenAt(conflict, places) === elementId);
      if (number >= 0)
        box.current?.querySelectorAll('fieldset')[number]?.scrollIntoView({ block: 'nearest' });
    },
  );
  const left = unchosen(choices, conflicts);
  const form = useForm({
    start: { choices: undefined },
    check: () => ({ choices: left.length > 0 ? t('chooseThis') : undefined }),
    send: merging.send,
  });
  return (
    <Form form={form} ref={box} className="stack">
      <p role="status">
        {merging.savedAgain ? t('clashAgain') : t('clash', { count: conflicts.length, who })}
      </p>
      <div className="merge-drawings compact">
        <div className="merge-drawings__bar">
          <DrawingBar
            pair={pair}
            arrangement={arrangement}
            choices={arrangements}
            labels={labels}
            onArrange={setWanted}
          />
        </div>
        <Drawings
          pair={pair}
          arrangement={arrangement}
          sides={{
            before: { label: labels.before, name: names.before, isThere: true },
            after: { label: labels.after, name: names.after, isThere: true },
          }}
        />
      </div>
      {conflicts.length > 1 && (
        <div className="actions compact">
          <Button purpose="secondary" onClick={() => choose(everywhere('mine', conflicts))}>
            {t('allMine')}
          </Button>
          <Button purpose="secondary" onClick={() => choose(everywhere('theirs', conflicts))}>
            {t('allTheirs', { who })}
          </Button>
        </div>
      )}
      {conflicts.map((conflict, index) => (
        <ConflictField
          key={conflict.id}
          words={conflictWords(conflict, index + 1, who, places, {
            t,
            comparison,
            language: i18n.language,
          })}
          chosen={choices[conflict.id]}
          missing={form.errorOf('choices') !== undefined && !choices[conflict.id]}
          onChoose={(take) => choose({ ...choices, [conflict.id]: take })}
          onLook={() =>
            pair.show({ before: seenAt(conflict, places), after: seenAt(conflict, places) }, true)
          }
        />
      ))}
      <div className="actions">
        <Button purpose="primary" type="submit" busy={merging.busy}>
          {t(merging.busy ? 'mergeBusy' : 'merge')}
        </Button>
        {left.length > 0 && (
          <p className="merge-left" role="status">
            {t('left', { count: left.length })}
          </p>
        )}
      </div>
    </Form>
  );
}

/** Where a conflict is seen: a message or signal is not drawn itself, only what speaks of it. */
const seenAt = ({ elementId }: MergeConflict, places: Places): string =>
  places(elementId)?.usedBy ?? elementId;

const NOT_SHIFTED = { dx: 0, dy: 0 };
