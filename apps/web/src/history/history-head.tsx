import { Button } from '@nl-design-system-candidate/button-react';
import { Heading } from '@nl-design-system-candidate/heading-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ProcessAnswer } from '#contract';
import { versionAddress, comparisonAddress } from '../addresses.js';
import { MilestoneMark } from './history-entry.js';
import { MilestoneDialog } from './milestone-dialog.js';
import { MomentForm } from './moment-form.js';

/** The named versions, the way to name one, and the way to what held at a moment. */
export function HistoryHead({ process }: { process: ProcessAnswer }) {
  const { t } = useTranslation('history');
  const [naming, setNaming] = useState(false);
  return (
    <div className="history-head">
      <div>
        {process.milestones.length > 0 && (
          <>
            <Heading level={2} appearance="level-3">
              {t('milestones')}
            </Heading>
            <ul className="milestones">
              {process.milestones.map((milestone) => (
                <li key={milestone.name}>
                  <MilestoneMark />{' '}
                  <Link className="nl-link" to={versionAddress(process.id, milestone.version)}>
                    {milestone.name}
                  </Link>{' '}
                  ({t('versionNumber', { version: milestone.version })})
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="history-head__acts compact no-print">
          {process.may.nameMilestone && (
            <Button purpose="secondary" onClick={() => setNaming(true)}>
              {t('milestone.name')}
            </Button>
          )}
          {process.latest > 1 && (
            <Link className="nl-link" to={comparisonAddress(process.id)}>
              {t('compare.any')}
            </Link>
          )}
        </div>
      </div>
      <MomentForm id={process.id} />
      {naming && <MilestoneDialog id={process.id} latest={process.latest} onClose={() => setNaming(false)} />}
    </div>
  );
}
