import './step-list.css';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@nl-design-system-candidate/button-react';
import type { ProcessAnswer } from '#contract';
import { AddStepForm } from './add-step-form.js';
import { LaneSideList } from './lane-side-list.js';
import { ListFilter } from './list-filter.js';
import { NodeEditor } from './node-editor.js';
import { OtherNodes } from './other-nodes.js';
import { focusMark } from './focus-mark.js';
import { arranged, everything, laneNames, rowsOf, type FlowInto, type Order } from './rows.js';
import { StepLine } from './step-line.js';
import type { Structure } from './structure.js';

export interface StepListProps {
  process: ProcessAnswer;
  flows: FlowInto[];
  /** Key of the selected step or hand-over. */
  selected?: string;
  /** Ids that can be decided on; absent: all. */
  saved?: ReadonlySet<string>;
  /** Whether knips can be decided here; otherwise they are looked at. */
  decides: boolean;
  /** Absent where the drawing cannot be changed here. */
  structure?: Structure;
  /** Wants a step or hand-over shown in the panel. */
  onOpen(key: string): void;
}

/**
 * The process as a list: everything that the drawing shows, and everything but free drawing can be done here
 * without a pointer.
 */
export function StepList({ process, flows, selected, saved, decides, structure, onOpen }: StepListProps) {
  const { t, i18n } = useTranslation('stepList');
  const [filter, setFilter] = useState(everything);
  const [order, setOrder] = useState<Order>('flow');
  const adding = structure?.form?.form === 'add';
  const edited = structure?.form?.element;
  const [focusOn, setFocusOn] = useState<{ mark: string }>();
  const captionId = useId();
  const box = useRef<HTMLElement>(null);
  const rows = rowsOf(process, flows);
  const shown = arranged(rows, filter, order, i18n.language);
  const names = new Map(process.steps.map((step) => [step.key, step.name || t('noName')]));
  const nodes = new Map(structure?.nodes.map((node) => [node.id, node]));

  useEffect(() => {
    if (focusOn) focusMark(focusOn.mark);
  }, [focusOn]);
  useEffect(() => {
    const row = [...(box.current?.querySelectorAll<HTMLElement>('tr[data-key]') ?? [])].find(
      (each) => each.dataset.key === selected,
    );
    row?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const close = (key: string) => {
    structure?.onForm(undefined);
    setFocusOn({ mark: `edit ${key}` });
  };
  const editor = (key: string, id: string | undefined) => {
    const node = id === undefined ? undefined : nodes.get(id);
    if (!structure || !node || edited !== key) return undefined;
    const removed = () => {
      structure.onForm(undefined);
      setFocusOn({ mark: 'undo' });
    };
    return (
      <NodeEditor
        process={process.id}
        structure={structure}
        node={node}
        onClose={() => close(key)}
        onRemoved={removed}
      />
    );
  };

  return (
    <section className="step-list compact" aria-label={t('title')} ref={box}>
      <ListFilter
        filter={filter}
        order={order}
        lanes={laneNames(rows)}
        onFilter={setFilter}
        onOrder={setOrder}
      />
      {structure && (
        <div className="step-list__tools">
          <Button
            purpose="secondary"
            data-focus="add"
            aria-expanded={adding}
            onClick={() => structure.onForm(adding ? undefined : 'add')}
          >
            {t('add')}
          </Button>
        </div>
      )}
      {structure && adding && (
        <AddStepForm
          process={process.id}
          structure={structure}
          after={selected}
          onAdded={(id) => {
            structure.onForm(undefined);
            setFilter(everything);
            setFocusOn({ mark: `edit ${id}` });
          }}
          onCancel={() => {
            structure.onForm(undefined);
            setFocusOn({ mark: 'add' });
          }}
        />
      )}
      <table className="utrecht-table step-table" role="table" aria-labelledby={captionId}>
        <caption className="utrecht-table__caption" id={captionId}>
          {t('caption', { name: process.name, shown: shown.length, total: rows.length })}
        </caption>
        <thead className="utrecht-table__header" role="rowgroup">
          <tr className="utrecht-table__row" role="row">
            {(['number', 'step', 'lane', 'side', 'role', 'channels', 'handovers', 'actions'] as const).map(
              (column) => (
                <th key={column} scope="col" role="columnheader" className="utrecht-table__header-cell">
                  {t(column)}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody className="utrecht-table__body" role="rowgroup">
          {shown.map((row) => (
            <StepLine
              key={row.step.key}
              row={row}
              names={names}
              selected={selected}
              unsaved={row.step.id !== undefined && saved !== undefined && !saved.has(row.step.id)}
              decides={decides}
              editable={row.step.id !== undefined && nodes.has(row.step.id)}
              editor={editor(row.step.key, row.step.id)}
              onOpen={onOpen}
              onEdit={() =>
                edited === row.step.key ? close(row.step.key) : structure?.onForm({ edit: row.step.key })
              }
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && <p>{t('noSteps')}</p>}
      {rows.length > 0 && shown.length === 0 && (
        <p>
          {t('noneShown')}{' '}
          <Button purpose="subtle" onClick={() => setFilter(everything)}>
            {t('showAll')}
          </Button>
        </p>
      )}
      {structure && (
        <OtherNodes
          nodes={structure.nodes.filter((node) => !names.has(node.id))}
          all={structure.nodes}
          edited={edited}
          editor={(id) => editor(id, id)}
          onEdit={(id) => (edited === id ? close(id) : structure.onForm({ edit: id }))}
        />
      )}
      {structure && <LaneSideList structure={structure} />}
    </section>
  );
}
