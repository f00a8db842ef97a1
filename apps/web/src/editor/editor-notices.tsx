import './saving/saving.css';
import { useTranslation } from 'react-i18next';
import { NoticeBar } from '../ui/notice-bar.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import { useEditing } from './editing-context.js';
import { ConsequencesNotice } from './consequences/consequences-notice.js';
import { MergedNotice } from './merging/merged-notice.js';
import { FollowedNotice } from './moved-ids/followed-notice.js';
import type { Draft } from './saving/draft.js';
import { DraftOffers } from './saving/draft-offers.js';
import { SavingNotices } from './saving/saving-notices.js';
import { StandingNotices } from './standing-notices.js';
import { TypedNotices } from './typed-notices.js';
import { useDownload } from './use-download.js';

/** What one has to know before working on, above the panes. */
export function EditorNotices() {
  const { t } = useTranslation('editor');
  const { answer, notFresh, editable, drawing, consequences, saving, news, dismissNews } = useEditing();
  const { session, state, error } = drawing;
  const download = useDownload();
  const goOnWith = (draft: Draft) => {
    saving.forgetTold();
    consequences.dismissTold();
    void session.continueDraft(draft, answer);
  };
  return (
    <div className="editor__notices">
      {notFresh && <NoticeBar kind="warning">{t('notFresh')}</NoticeBar>}
      <StandingNotices />
      <DraftOffers
        offers={state.offers}
        onContinue={editable ? goOnWith : undefined}
        onDiscard={(draft) => void session.discardDraft(draft)}
        onDownload={({ xml, seen, at }) => download.unsaved(xml, seen, 'bpmn', at)}
      />
      <TypedNotices />
      {saving.lastMerge && (
        <MergedNotice process={answer.id} merge={saving.lastMerge} onDismiss={saving.dismissMerge} />
      )}
      <ConsequencesNotice {...consequences} />
      {saving.followed && <FollowedNotice followed={saving.followed} onDismiss={saving.dismissFollowed} />}
      <SavingNotices state={state} news={news} onRetry={saving.retry} onDismissNews={dismissNews} />
      {error !== undefined && <ProblemNotice error={error} onRetry={() => location.reload()} />}
    </div>
  );
}
