import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { HistoryItem, MilestoneAnswer } from '#contract';
import { versionAddress, comparisonAddress } from '../addresses.js';
import { Moment } from '../ui/moment.js';
import { kindOf } from './kinds.js';
import { Sentence } from '../process/sentences/sentence.js';

interface Props {
  process: string;
  item: HistoryItem;
  /** Names that were given to this version. */
  milestones: readonly MilestoneAnswer[];
  /** The newest version there is. */
  latest: number;
}

/** One decision: what, who, when and why, and the way to the version that it made. */
export function HistoryEntry({ process, item, milestones, latest }: Props) {
  const { t } = useTranslation('history');
  return (
    <li className={milestones.length > 0 ? 'entry entry--milestone' : 'entry'} value={item.version}>
      <div className="entry__side">
        <Link className="nl-link" to={versionAddress(process, item.version)}>
          {t('openVersion', { version: item.version })}
        </Link>
        <span className="badge">{t(`kind.${kindOf(item)}`)}</span>
        {item.version < latest && (
          <Link
            className="nl-link entry__compare no-print"
            aria-label={t('compare.withNowOf', { version: item.version })}
            to={comparisonAddress(process, String(item.version), String(latest))}
          >
            {t('compare.withNow')}
          </Link>
        )}
      </div>
      <div className="entry__told">
        {milestones.map((milestone) => (
          <p key={milestone.name} className="entry__milestone">
            <MilestoneMark /> {milestone.name}
          </p>
        ))}
        <p>
          <Sentence item={item} />
        </p>
        {item.reason && <Text label={t('reason')} text={item.reason} />}
        {item.note && <Text label={t('note')} text={item.note} />}
        {item.alternatives && item.alternatives.length > 0 && (
          <Text label={t('alternatives')} text={item.alternatives.join(' · ')} />
        )}
        <p className="muted entry__when">
          <Moment at={item.at} />
          {item.demo && <span> · {t('demo')}</span>}
        </p>
      </div>
    </li>
  );
}

function Text({ label, text }: { label: string; text: string }) {
  return (
    <p className="entry__text">
      <span className="entry__label">{label}:</span> {text}
    </p>
  );
}

/** A flag: this version has a name. */
export function MilestoneMark() {
  return (
    <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <path
        d="M3 1v14M3 2h10l-3 3.500 3 3.500H3"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinejoin="round"
      />
    </svg>
  );
}
