import { useTranslation } from 'react-i18next';
import type { Person, ProcessAnswer } from '#contract';
import type { Loaded } from '../canvas/canvas.js';
import { NoticeBar } from '../ui/notice-bar.js';
import { absoluteTime } from '../ui/times.js';

interface Props {
  process: ProcessAnswer;
  person: Person;
  editable: boolean;
  loaded: Loaded | undefined;
}

/** Why a process cannot be changed, or not wholly: stale, retired, no right to, no drawing. */
export function StandingNotices({ process, person, editable, loaded }: Props) {
  const { t, i18n } = useTranslation('editor');
  const { parked, retired } = process;
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
      {!process.may.edit && !retired && !parked && (
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
