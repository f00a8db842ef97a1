import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import { describeLoss, type LossReport } from '#bpmn';
import { Dialog } from '../../ui/dialog.js';

const SHOWN = 20;

interface Props {
  loss: LossReport;
  /** The version that keeps everything. */
  version: number;
  onSave(): void;
  onCancel(): void;
}

/** Tells before the first save what the editor cannot write back of a file that was made elsewhere. */
export function LossDialog({ loss, version, onSave, onCancel }: Props) {
  const { t, i18n } = useTranslation('saving');
  const { t: shell } = useTranslation('shell');
  const shown = loss.losses.slice(0, SHOWN);
  return (
    <Dialog title={t('lossTitle')} onClose={onCancel}>
      <div className="stack">
        <p>{t('lossIntro', { version })}</p>
        <ul className="losses">
          {shown.map((each, index) => (
            <li key={index}>{describeLoss(each, i18n.language === 'en' ? 'en' : 'nl')}</li>
          ))}
          {loss.total > shown.length && <li>{t('lossMore', { count: loss.total - shown.length })}</li>}
        </ul>
        <div className="actions">
          <Button purpose="primary" onClick={onSave}>
            {t('lossSave')}
          </Button>
          <Button purpose="secondary" onClick={onCancel}>
            {shell('cancel')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
