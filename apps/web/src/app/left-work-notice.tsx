import { Button } from '@nl-design-system-candidate/button-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { forgetLeftWork, useLeftWork } from '../left-work.js';
import { sessionQuery } from '../session.js';
import { NoticeBar } from '../ui/notice-bar.js';

/**
 * Says where the unsaved work of another person is. That person finds it in the editor again. Work that the
 * browser could not keep is shown to everybody, as long as the page has it.
 */
export function LeftWorkNotice() {
  const { t } = useTranslation();
  const { data: session } = useQuery(sessionQuery);
  const works = useLeftWork().filter(({ person, kept }) => !kept || person.id !== session?.person.id);
  return works.map((work) => (
    <NoticeBar
      key={`${work.person.id} ${work.process.id}`}
      kind="warning"
      onDismiss={() => forgetLeftWork((each) => each === work)}
      actions={
        <Button purpose="secondary" onClick={work.download}>
          {t('leftWork.download')}
        </Button>
      }
    >
      {t(work.kept ? 'leftWork.kept' : 'leftWork.notKept', {
        person: work.person.name,
        process: work.process.name,
      })}
    </NoticeBar>
  ));
}
