import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import { Dialog } from '../../ui/dialog.js';
import type { ConsequencesActs } from './use-consequences.js';

const SHOWN = 20;

/** Says what a change takes away before it is made, and makes it only after a yes. */
export function ConsequencesDialog({ asked }: Pick<ConsequencesActs, 'asked'>) {
  const { t } = useTranslation('consequences');
  const { t: shell } = useTranslation('shell');
  if (!asked) return undefined;
  const { about, consequences } = asked;
  const { lapse, lose, change, apart } = consequences;
  const parts = [
    {
      title: t('lapse'),
      lines: lapse.map(({ name, decisions }) =>
        t('lapsing', { name, decisions: decisions.map((each) => t(`decision.${each}`)).join(', ') }),
      ),
    },
    {
      title: t('lose'),
      lines: lose.map(({ name, from }) => t('losing', { name, side: shell(`side.${from}`) })),
    },
    {
      title: t('change'),
      lines: change.map(({ name, to }) => t('changing', { name, side: shell(`side.${to}`) })),
    },
    {
      title: t('apart'),
      lines: apart.map(({ name, decided, to }) =>
        t('standingApart', { name, side: shell(`side.${decided}`), lane: shell(`side.${to}`) }),
      ),
    },
  ].filter(({ lines }) => lines.length > 0);
  return (
    <Dialog title={t(`title.${about}`)} onClose={() => asked.reply(false)}>
      <div className="stack">
        {parts.map(({ title, lines }) => (
          <div key={title}>
            <p>{title}</p>
            <ul className="losses">
              {lines.slice(0, SHOWN).map((line, index) => (
                <li key={index}>{line}</li>
              ))}
              {lines.length > SHOWN && <li>{t('more', { count: lines.length - SHOWN })}</li>}
            </ul>
          </div>
        ))}
        <p>{t(`undoable.${about}`)}</p>
        <div className="actions">
          <Button purpose="primary" onClick={() => asked.reply(true)}>
            {t(`goOn.${about}`)}
          </Button>
          <Button purpose="secondary" onClick={() => asked.reply(false)}>
            {shell('cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
