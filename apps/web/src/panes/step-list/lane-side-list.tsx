import { useTranslation } from 'react-i18next';
import { FormField } from '../../ui/form-field.js';
import type { Structure } from './structure.js';

/** Says of each lane whose work it holds: on the canvas that takes a pointer. */
export function LaneSideList({ structure: { editing, lanes, announce, settle } }: { structure: Structure }) {
  const { t } = useTranslation('stepList');
  const { t: shell } = useTranslation('shell');
  if (lanes.length === 0) return undefined;
  const set = async (id: string, name: string, chosen: string) => {
    const side = chosen === 'front' || chosen === 'back' ? chosen : undefined;
    editing.setLaneSide(id, side);
    if (!(await settle())) return;
    announce(t('laneSideSet', { name, side: side ? shell(`side.${side}`) : t('laneSideNone') }));
  };
  return (
    <details className="other-nodes">
      <summary>{t('lanes', { count: lanes.length })}</summary>
      <p className="muted">{t('lanesHelp')}</p>
      <div className="lane-sides">
        {lanes.map(({ id, name, side }) => (
          <FormField key={id} label={t('laneSide', { name: name || id })}>
            {(control) => (
              <select
                {...control}
                className="utrecht-select utrecht-select--html-select"
                value={side ?? ''}
                onChange={(event) => void set(id, name || id, event.target.value)}
              >
                <option value="">{t('laneSideNone')}</option>
                {(['front', 'back'] as const).map((each) => (
                  <option key={each} value={each}>
                    {shell(`side.${each}`)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        ))}
      </div>
    </details>
  );
}
