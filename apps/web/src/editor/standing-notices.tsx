import { useTranslation } from 'react-i18next';
import { usePerson } from '../session.js';
import { NoticeBar } from '../ui/notice-bar.js';
import { absoluteTime } from '../ui/times.js';
import { useEditing } from './editing-context.js';

/** Why a process cannot be changed, or not wholly: stale, retired, no right to, no drawing. */
export function StandingNotices() {
  const { t, i18n } = useTranslation('editor');
  const person = usePerson();
  const { answer, editable, drawing } = useEditing();
  const { parked, retired } = answer;
  const { loaded } = drawing.state;
  return (
    <>
      {parked && (
        <NoticeBar kind="error">{t('parked', { version: parked.version, reason: parked.reason })}</NoticeBar>
      )}
      {retired && (
        <NoticeBar kind="warning">
          {t('retired', {
            actor: retired.actor.name,
            when: absoluteTime(retired.at, i18n.language),
            reason: retired.reason ?? '',
          })}
        </NoticeBar>
      )}
      {!answer.may.edit && !retired && !parked && (
        <NoticeBar kind="info">{t(`readOnly.${person.persona}`)}</NoticeBar>
      )}
      {editable && loaded?.outcome === 'viewOnly' && <NoticeBar kind="info">{t('viewOnly')}</NoticeBar>}
      {loaded?.outcome === 'noDrawing' && (
        <NoticeBar kind="info">
          {t('noDrawing')} {editable && t('noDrawingKnips')}
        </NoticeBar>
      )}
      {loaded?.outcome === 'unreadable' && <NoticeBar kind="warning">{t('unreadable')}</NoticeBar>}
    </>
  );
}
