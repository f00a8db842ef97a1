import { Button } from '@nl-design-system-candidate/button-react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../http.js';
import { useIsOver } from '../session.js';
import { firstName } from './field-errors.js';

/**
 * Says what went wrong, as long as that is so: field by field where the service named them. It offers to try
 * again.
 */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof ProblemError ? error.problem : undefined;
  const isOver = useIsOver(error instanceof ProblemError ? error : undefined);
  const wrong = problem?.errors ?? [];
  const labels: Record<string, string> = t('field', { returnObjects: true });
  if (isOver) return undefined;
  return (
    <div className="utrecht-alert utrecht-alert--error notice" role="alert">
      <div className="utrecht-alert__content">
        <div className="utrecht-alert__message">
          <p className="notice__title">{problem?.title ?? t('somethingWentWrong')}</p>
          {wrong.length === 0 ? (
            <p>{problem?.detail ?? String((error as Error).message)}</p>
          ) : (
            <ul>
              {wrong.map(({ field, message }) => (
                <li key={`${field} ${message}`}>
                  {labels[firstName(field)] ?? field} {message}
                </li>
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
