import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ProcessAnswer } from '#contract';
import { Sentence } from '../process/sentences/sentence.js';
import { Moment } from '../ui/moment.js';
import { broughtQuery } from './version-queries.js';

/** What the version shown brought: who, when, what and why. */
export function Brought({ process }: { process: ProcessAnswer }) {
  const { t } = useTranslation('versions');
  const { data: item } = useQuery(broughtQuery(process.id, process.version));
  const named = process.milestones.filter((milestone) => milestone.version === process.version);
  return (
    <div className="brought" aria-live="polite">
      {item && (
        <p>
          <Sentence item={item} /> <Moment at={item.at} />
          {item.reason && <> {t('reason', { reason: item.reason })}</>}
          {item.note && <> {t('note', { note: item.note })}</>}
        </p>
      )}
      {named.map((milestone) => (
        <p key={milestone.name}>{t('isMilestone', { name: milestone.name })}</p>
      ))}
    </div>
  );
}
