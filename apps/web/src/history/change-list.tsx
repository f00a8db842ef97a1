import { Heading } from '@nl-design-system-candidate/heading-react';
import { useTranslation } from 'react-i18next';
import type { ChangesAnswer, DecisionChange } from '#contract';
import { Moment } from '../shell/moment.js';
import { decisionSentence, stepSentence } from './change-sentences.js';
import { WithNames } from './sentence.js';

const NUMBERS = ['front', 'back', 'unknown', 'undecided', 'handovers'] as const;

/** What differs between two versions: numbers, decisions, steps. */
export function ChangeList({ changes }: { changes: ChangesAnswer }) {
  const { t } = useTranslation(['history', 'shell']);
  const { from, to, counts } = changes;
  return (
    <>
      <Heading level={2}>{t('changes.numbers')}</Heading>
      <table className="utrecht-table numbers compact">
        <thead className="utrecht-table__header">
          <tr className="utrecht-table__row">
            <th scope="col" className="utrecht-table__header-cell">
              {t('changes.measure')}
            </th>
            {[from, to].map((version, index) => (
              <th key={index} scope="col" className="utrecht-table__header-cell numbers__value">
                {t('openVersion', { version })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="utrecht-table__body">
          {NUMBERS.map((number) => (
            <tr key={number} className="utrecht-table__row">
              <th scope="row" className="utrecht-table__cell">
                {t(`changes.number.${number}`)}
              </th>
              <td className="utrecht-table__cell numbers__value">{counts.from[number]}</td>
              <td className="utrecht-table__cell numbers__value">
                {counts.from[number] === counts.to[number] ? counts.to[number] : <strong>{counts.to[number]}</strong>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Heading level={2}>{t('changes.decisions')}</Heading>
      {changes.decisions.length === 0 && <p>{t('changes.noDecisions')}</p>}
      <ul className="changes">
        {changes.decisions.map((decision) => (
          <Change key={`${decision.kind} ${decision.after?.version}`} decision={decision} />
        ))}
      </ul>
      <Heading level={2}>{t('changes.steps')}</Heading>
      {changes.steps.length === 0 && <p>{t('changes.noSteps')}</p>}
      <ul className="changes">
        {changes.steps.map((step) => (
          <li key={`${step.id} ${step.change}`}>
            <WithNames text={stepSentence(step, t)} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Change({ decision }: { decision: DecisionChange }) {
  const { t } = useTranslation(['history', 'shell']);
  const about = decision.after ?? decision.before;
  return (
    <li>
      <WithNames text={decisionSentence(decision, t)} />
      {about && (about.reason ?? about.note) && <p className="entry__text">{about.reason ?? about.note}</p>}
      {about && (
        <p className="muted entry__when">
          {about.actor.name}, <Moment at={about.at} /> · {t('versionNumber', { version: about.version })}
        </p>
      )}
    </li>
  );
}
