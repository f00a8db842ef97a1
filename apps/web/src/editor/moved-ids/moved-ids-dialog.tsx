import './moved-ids.css';
import { Button } from '@nl-design-system-candidate/button-react';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Outline } from '#bpmn';
import type { ChangedHands, ProcessAnswer, RenamedDecisions } from '#contract';
import { WithNames } from '../../process/sentences/sentence.js';
import { named } from '../../process/sentences/sentences.js';
import { Dialog } from '../../ui/dialog.js';
import { decisionLines } from './decision-lines.js';
import type { IdsAnswer, MovedIds } from './said-of-ids.js';

interface Props {
  moved: MovedIds;
  /** As it stands now: what was decided. */
  process: ProcessAnswer;
  /** The drawing that is to be saved. */
  outline: Outline | undefined;
  onAnswer(ids: IdsAnswer): void;
  onBack(): void;
}

/** Asks once, for all, what becomes of decisions whose step or flow has another id in the drawing. */
export function MovedIdsDialog({
  moved: { changedHands, renamed },
  process,
  outline,
  onAnswer,
  onBack,
}: Props) {
  const { t } = useTranslation('movedIds');
  const all: Moved[] = [...changedHands, ...renamed];
  const ending = all
    .filter(({ wentTo }) => wentTo === undefined)
    .reduce((count, { decisions }) => count + decisions.length, 0);
  return (
    <Dialog title={t('title')} onClose={onBack}>
      <div className="stack moved-ids-question">
        <p>{t('intro')}</p>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long list is scrolled by keyboard as well */}
        <section className="moved-ids" tabIndex={0} aria-label={t('list')}>
          <ul>
            {all.map((one) => (
              <MovedDecisions key={one.id} moved={one} process={process} outline={outline} />
            ))}
          </ul>
        </section>
        <p>{t('forAll')}</p>
        <Choice name={t('follow')} purpose="primary" onChoose={() => onAnswer('follow')}>
          {t('followHelp')} {ending > 0 && t('followGone', { count: ending })}
        </Choice>
        <Choice name={t('keep')} purpose="secondary" onChoose={() => onAnswer('keep')}>
          {t('keepHelp')}
        </Choice>
        <Choice name={t('back')} purpose="subtle" onChoose={onBack}>
          {t('backHelp')}
        </Choice>
      </div>
    </Dialog>
  );
}

interface ChoiceProps {
  name: string;
  purpose: 'primary' | 'secondary' | 'subtle';
  onChoose(): void;
  /** What it means. */
  children: ReactNode;
}

function Choice({ name, purpose, onChoose, children }: ChoiceProps) {
  const help = useId();
  return (
    <div className="moved-ids-choice">
      <Button purpose={purpose} aria-describedby={help} onClick={onChoose}>
        {name}
      </Button>
      <p id={help}>{children}</p>
    </div>
  );
}

type Moved = RenamedDecisions & Partial<Pick<ChangedHands, 'has'>>;

/** The element with these decisions, its place now, and the element that has its id. */
function MovedDecisions({ moved, process, outline }: { moved: Moved } & Pick<Props, 'process' | 'outline'>) {
  const { t } = useTranslation('movedIds');
  const { t: history } = useTranslation(['history', 'shell']);
  const { id, had, has, wentTo } = moved;
  const called = ({ name }: { name?: string }) => named(name ?? t('unnamed'));
  const now = outline?.steps.find((step) => step.id === wentTo)?.name;
  const where =
    wentTo === undefined
      ? t('gone')
      : now && now !== had.name
        ? t('renamed', { name: named(now) })
        : t('stillThere');
  return (
    <li>
      <p>
        <WithNames text={called(had)} />
      </p>
      <ul>
        {decisionLines(moved, process, history).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>
        <WithNames text={where} />{' '}
        <WithNames text={has ? t('nowOf', { name: called(has) }) : t('nowOfNobody')} />{' '}
        <small className="muted">
          ({wentTo === undefined ? t('id', { id }) : t('idBecame', { id, wentTo })})
        </small>
      </p>
    </li>
  );
}
