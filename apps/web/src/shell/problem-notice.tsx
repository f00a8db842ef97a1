import { Button } from '@nl-design-system-candidate/button-react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../http.js';

/** Says what went wrong, field by field where the service named them, and offers to try again. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  return (
    <div className="utrecht-alert utrecht-alert--error notice" role="alert">
      <div className="utrecht-alert__content">
        <div className="utrecht-alert__message">
          <p className="notice__title">{problem?.title ?? t('somethingWentWrong')}</p>
          <p>{problem?.detail ?? String((error as Error).message)}</p>
          {problem?.errors && problem.errors.length > 0 && (
            <ul>
              {problem.errors.map((each) => (
                <li key={`${each.field} ${each.message}`}>{each.message}</li>
              ))}
            </ul>
          )}
          {onRetry && (
            <Button purpose="secondary" onClick={onRetry}>
              {t('tryAgain')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
