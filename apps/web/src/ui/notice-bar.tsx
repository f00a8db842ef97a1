import './notice-bar.css';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';

interface Props {
  kind: 'info' | 'warning' | 'error';
  children: ReactNode;
  /** Buttons that say what can be done about it. */
  actions?: ReactNode;
  /** More than fits in the line. */
  below?: ReactNode;
  onDismiss?(): void;
}

/** One line across the page that says what happened, and what can be done. */
export function NoticeBar({ kind, children, actions, below, onDismiss }: Props) {
  const { t } = useTranslation();
  return (
    <div className={`notice-bar notice-bar--${kind} compact`} role={kind === 'error' ? 'alert' : 'status'}>
      <p>{children}</p>
      {(actions || onDismiss) && (
        <div className="actions">
          {actions}
          {onDismiss && (
            <Button purpose="subtle" onClick={onDismiss}>
              {t('dismiss')}
            </Button>
          )}
        </div>
      )}
      {below && <div className="notice-bar__below">{below}</div>}
    </div>
  );
}
