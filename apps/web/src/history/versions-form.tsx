import { Button } from '@nl-design-system-candidate/button-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VersionField } from './version-field.js';

interface Props {
  from: number;
  to: number;
  latest: number;
  onChoose: (from: number, to: number) => void;
}

/** Which two versions to lay beside each other. */
export function VersionsForm({ from, to, latest, onChoose }: Props) {
  const { t } = useTranslation('history');
  const [older, setOlder] = useState(String(from));
  const [newer, setNewer] = useState(String(to));
  const [wrong, setWrong] = useState(false);
  const submit = () => {
    const [first, second] = [Number(older), Number(newer)];
    const fits = Number.isInteger(first) && Number.isInteger(second) && first >= 1 && first <= second && second <= latest;
    setWrong(!fits);
    if (fits) onChoose(first, second);
  };
  return (
    <form
      className="versions-form compact no-print"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <VersionField label={t('changes.from')} error={wrong ? t('changes.wrong', { latest }) : undefined} latest={latest} value={older} onChange={setOlder} />
      <VersionField label={t('changes.to')} latest={latest} value={newer} onChange={setNewer} />
      <Button purpose="secondary" type="submit">
        {t('changes.show')}
      </Button>
    </form>
  );
}
