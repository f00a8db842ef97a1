import type { Decided } from '#contract';
import { Moment } from '../../ui/moment.js';
import { useTexts } from './texts.js';

/** Who decided it, when, and why; and with whose save it went along to another id. */
export function DecidedBy({ decided }: { decided: Decided }) {
  const { t } = useTexts();
  const { carriedFrom } = decided;
  const first = carriedFrom && decided.decidedFirst;
  const { actor, at } = first ?? decided;
  return (
    <div className="knip-decided">
      {decided.reason && <blockquote className="knip-decided__reason">{decided.reason}</blockquote>}
      <p className="knip-decided__who">
        {t('knip.by', { actor: actor.name })}, <Moment at={at} />
      </p>
      {carriedFrom && (
        <p className="knip-decided__who">
          {t('knip.wentAlong', { actor: decided.actor.name, id: carriedFrom.elementId })}{' '}
          <Moment at={decided.at} />
        </p>
      )}
    </div>
  );
}
