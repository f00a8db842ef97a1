import { useTranslation } from 'react-i18next';
import { absoluteTime, relativeTime } from './times.js';

/** When something was decided: how long ago, and the moment itself. */
export function Moment({ at }: { at: string }) {
  const { i18n } = useTranslation();
  return (
    <time dateTime={at} className="moment">
      {relativeTime(at, i18n.language)}{' '}
      <span className="moment__exact">({absoluteTime(at, i18n.language)})</span>
    </time>
  );
}
