import type { Decided } from '#contract';
import { Moment } from '../../ui/moment.js';
import { useTexts } from './texts.js';

/** Who decided it, when, and why. */
export function DecidedBy({ decided }: { decided: Decided }) {
  const { t } = useTexts();
  return (
    <div className="knip-decided">
      {decided.reason && <blockquote className="knip-decided__reason">{decided.reason}</blockquote>}
      <p className="knip-decided__who">
        {t('knip.by', { actor: decided.actor.name })}, <Moment at={decided.at} />
      </p>
    </div>
  );
}
