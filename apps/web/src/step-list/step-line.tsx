import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import { HandoverLinks } from './handover-links.js';
import type { StepRow } from './rows.js';
import { SideMark } from './side-mark.js';
import { useNodeWords } from './use-node-words.js';

interface Props {
  row: StepRow;
  /** Names of all steps by key. */
  names: ReadonlyMap<string, string>;
  selected: string | undefined;
  unsaved: boolean;
  decides: boolean;
  editable: boolean;
  editor: ReactNode;
  onOpen(key: string): void;
  onEdit(): void;
}

/** One step with all that was decided about it, and the form to change it beneath. */
export function StepLine({ row, names, selected, unsaved, decides, editable, editor, onOpen, onEdit }: Props) {
  const { t } = useTranslation('stepList');
  const { t: shell } = useTranslation('shell');
  const { kind } = useNodeWords([]);
  const { step } = row;
  const name = step.name || t('noName');
  const current = step.key === selected;
  return (
    <>
      <tr className="utrecht-table__row step-table__row" role="row" data-key={step.key} aria-current={current || undefined}>
        <td className="utrecht-table__cell" role="cell" data-label={t('number')}>{row.number}</td>
        <th scope="row" role="rowheader" className="utrecht-table__cell step-table__step">
          <span className="step-table__name">{name}</span>
          <span className="step-table__kind">{kind(step.kind)}</span>
          {unsaved && <span className="step-table__remark">{t('unsaved')}</span>}
          {!unsaved && !step.decidable && <span className="step-table__remark">{t('undecidable')}</span>}
          {step.binding && <span className="step-table__remark">⚖ {t('bound', { source: step.binding.source })}</span>}
        </th>
        <td className="utrecht-table__cell" role="cell" data-label={t('lane')}>{step.lane?.name || t('noLane')}</td>
        <td className="utrecht-table__cell" role="cell" data-label={t('side')}>
          <SideMark step={step} />
          {step.laneDisagrees && step.side && step.lane?.side && (
            <span className="step-table__remark">{t('disagrees', { lane: shell(`side.${step.lane.side}`), side: shell(`side.${step.side}`) })}</span>
          )}
        </td>
        <td className="utrecht-table__cell" role="cell" data-label={t('role')}>{step.knip?.role ? shell(`role.${step.knip.role}`) : '–'}</td>
        <td className="utrecht-table__cell" role="cell" data-label={t('channels')}>
          {step.channels?.channels.map((channel) => shell(`channel.${channel}`)).join(', ') || '–'}
        </td>
        <td className="utrecht-table__cell" role="cell" data-label={t('handovers')}>
          <HandoverLinks row={row} names={names} selected={selected} onOpen={onOpen} />
        </td>
        <td className="utrecht-table__cell step-table__actions" role="cell" data-label={t('actions')}>
          <Button purpose={step.undecided && decides ? 'primary' : 'secondary'} data-focus={`knip ${step.key}`}
            aria-label={t(decides ? 'decideName' : 'lookName', { name })} onClick={() => onOpen(step.key)}>
            {t('decide')}
          </Button>
          {editable && (
            <Button purpose="secondary" data-focus={`edit ${step.key}`} aria-expanded={editor !== undefined} aria-label={t('editName', { name })} onClick={onEdit}>
              {t('edit')}
            </Button>
          )}
        </td>
      </tr>
      {editor && (
        <tr className="utrecht-table__row step-table__editor" role="row">
          <td colSpan={8} role="cell">{editor}</td>
        </tr>
      )}
    </>
  );
}
