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
export function StepLine({
  row,
  names,
  selected,
  unsaved,
  decides,
  editable,
  editor,
  onOpen,
  onEdit,
}: Props) {
  const { t } = useTranslation('stepList');
  const { t: shell } = useTranslation('shell');
  const { kind } = useNodeWords([]);
  const { step } = row;
  const name = step.name || t('noName');
  const current = step.key === selected;
  return (
    <>
      <tr
        className="utrecht-table__row step-table__row"
        role="row"
        data-key={step.key}
        aria-current={current || undefined}
      >
        <td className="utrecht-table__cell" role="cell" data-label={t('number')}>
          {row.number}
        </td>
        <th scope="row" role="rowheader" className="utrecht-table__cell step-table__step">
          <span className="step-table__name">{name}</span>
          <span className="step-table__kind">{kind(step.kind)}</span>
          {unsaved && <span className="step-table__remark">{t('unsaved')}</span>}
          {!unsaved && !step.decidable && <span className="step-table__remark">{t('undecidable')}</span>}
          {step.binding && (
            <span className="step-table__remark">⚖ {t('bound', { source: step.binding.source })}</span>
          )}
        </th>
        <td className="utrecht-table__cell" role="cell" data-label={t('lane')}>
          {step.lane?.name || t('noLane')}
        </td>
        <td className="utrecht-table__cell" role="cell" data-label={t('side')}>
          <SideMark step={step} />
          {step.laneDisagrees && step.side && step.lane?.side && (
            <span className="step-table__remark">
              {t('disagrees', { lane: shell(`side.${step.lane.side}`), side: shell(`side.${step.side}`) })}
            </span>
          )}
        </td>
        <td
          className="utrecht-table__cell"
          role="cell"
          data-label={t('role')}
          data-empty={!step.knip?.role || undefined}
        >
          {step.knip?.role ? shell(`role.${step.knip.role}`) : '–'}
        </td>
        <td
          className="utrecht-table__cell"
          role="cell"
          data-label={t('channels')}
          data-empty={!step.channels?.channels.length || undefined}
        >
          {step.channels?.channels.map((channel) => shell(`channel.${channel}`)).join(', ') || '–'}
        </td>
        <td
          className="utrecht-table__cell"
          role="cell"
          data-label={t('handovers')}
          data-empty={row.handoversIn.length + row.handoversOut.length === 0 || undefined}
        >
          <HandoverLinks row={row} names={names} selected={selected} onOpen={onOpen} />
        </td>
        <td className="utrecht-table__cell step-table__actions" role="cell" data-label={t('actions')}>
          <div className="step-table__buttons">
            <Button
              purpose="secondary"
              data-focus={`knip ${step.key}`}
              aria-label={t(decides ? 'decideName' : 'lookName', { name })}
              onClick={() => onOpen(step.key)}
            >
              {t('decide')}
            </Button>
            {editable && (
              <Button
                purpose="subtle"
                data-focus={`edit ${step.key}`}
                className="step-table__edit"
                aria-expanded={editor !== undefined}
                aria-label={t('editName', { name })}
                title={t('edit')}
                onClick={onEdit}
              >
                <Pencil />
              </Button>
            )}
          </div>
        </td>
      </tr>
      {editor && (
        <tr className="utrecht-table__row step-table__editor" role="row">
          <td colSpan={8} role="cell">
            {editor}
          </td>
        </tr>
      )}
    </>
  );
}

function Pencil() {
  return (
    <svg viewBox="0 0 18 18" width="18" height="18" aria-hidden="true" focusable="false">
      <path
        d="M3 15l.8-3.600L12 3.200a1.500 1.500 0 0 1 2.100 0l.7.7a1.500 1.500 0 0 1 0 2.100L6.600 14.200z M10.500 4.700l2.800 2.800"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.600"
        strokeLinejoin="round"
      />
    </svg>
  );
}
