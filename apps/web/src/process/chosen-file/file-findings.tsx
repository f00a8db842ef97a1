import { useTranslation } from 'react-i18next';
import type { CheckedFile } from './checked-file.js';

const SHOWN_WARNINGS = 4;

/** What a file holds, and what is wrong or remarkable about it. */
export function FileFindings({ file }: { file: CheckedFile }) {
  const { t } = useTranslation('chosenFile');
  if (file.problems.length > 0) {
    return (
      <div className="utrecht-alert utrecht-alert--error notice">
        <div>
          <p className="notice__title">
            {t('refused')}: {file.name}
          </p>
          <ul>
            {file.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      </div>
    );
  }
  const more = file.warnings.length - SHOWN_WARNINGS;
  return (
    <div className={file.warnings.length > 0 ? 'utrecht-alert utrecht-alert--warning notice' : 'notice'}>
      <div>
        <p>
          <strong>{file.name}</strong> {t('read', { count: file.steps })}
        </p>
        {file.warnings.length > 0 && (
          <>
            <p>{t('warnings')}</p>
            <ul>
              {file.warnings.slice(0, SHOWN_WARNINGS).map((warning) => (
                <li key={warning}>{warning}</li>
              ))}
              {more > 0 && <li>{t('moreWarnings', { count: more })}</li>}
            </ul>
          </>
        )}
        {file.open.length > 0 && (
          <>
            <p>{t('openSteps')}</p>
            <ul>
              {file.open.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  );
}
