import { useTranslation } from 'react-i18next';
import type { ComparisonAnswer, NamedHandover } from '#contract';

const COUNTS = ['front', 'back', 'unknown', 'undecided'] as const;

/** How the steps are divided before and after, and how many hand-overs there are. */
export function Numbers({ summary: { steps, handovers } }: Pick<ComparisonAnswer, 'summary'>) {
  const { t } = useTranslation('comparison');
  const figures = [
    ...COUNTS.map((count) => ({
      what: t(`numbers.${count}`),
      before: steps.before[count],
      after: steps.after[count],
    })),
    { what: t('numbers.handovers'), before: handovers.before, after: handovers.after },
  ];
  return (
    <dl className="figures" aria-label={t('numbers.title')}>
      {figures.map(({ what, before, after }) => (
        <div key={what} className={before === after ? 'figures__one' : 'figures__one figures__one--changed'}>
          <dt>{what}</dt>
          <dd>{before === after ? after : t('numbers.change', { before, after })}</dd>
        </div>
      ))}
    </dl>
  );
}

interface Props {
  handovers: ComparisonAnswer['summary']['handovers'];
  onGoTo(flow: string, side: 'before' | 'after'): void;
}

/** The hand-overs that were gained and lost, each by name. */
export function HandoverChanges({ handovers: { added, removed }, onGoTo }: Props) {
  const { t } = useTranslation('comparison');
  if (added.length === 0 && removed.length === 0) return null;
  return (
    <div className="handover-changes">
      {added.length > 0 && (
        <Named
          title={t('handovers.added', { count: added.length })}
          handovers={added}
          onGoTo={(flow) => onGoTo(flow, 'after')}
        />
      )}
      {removed.length > 0 && (
        <Named
          title={t('handovers.removed', { count: removed.length })}
          handovers={removed}
          onGoTo={(flow) => onGoTo(flow, 'before')}
        />
      )}
    </div>
  );
}

function Named({
  title,
  handovers,
  onGoTo,
}: {
  title: string;
  handovers: NamedHandover[];
  onGoTo(flow: string): void;
}) {
  const { t } = useTranslation(['comparison', 'shell']);
  const words = ({ before, after, from, to, name }: NamedHandover) =>
    t(name ? 'handovers.namedFlow' : 'handovers.named', {
      before: before.map((step) => step || t('something')).join(', ') || t('handovers.start'),
      after: after || t('something'),
      from: t(`shell:side.${from}`),
      to: t(`shell:side.${to}`),
      flow: name,
    });
  return (
    <>
      <h3 className="nl-heading nl-heading--level-4">{title}</h3>
      <ul>
        {handovers.map((handover, index) => (
          <li key={handover.flowId ?? index}>
            {handover.flowId === undefined ? (
              words(handover)
            ) : (
              <button type="button" className="link-button" onClick={() => onGoTo(handover.flowId!)}>
                {words(handover)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
