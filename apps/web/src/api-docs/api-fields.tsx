import { useTranslation } from 'react-i18next';
import { SideScroll } from '../ui/side-scroll.js';
import { ApiType } from './api-type.js';
import type { Reference, Schema } from './open-api.js';
import { isReference } from './open-api.js';

export interface Row {
  name: string;
  /** Where a parameter goes: path, query, header. */
  place?: string;
  required: boolean;
  schema: Schema | Reference | undefined;
  description?: string | undefined;
  example?: unknown;
}

/** Names with their types and meanings, as a table. */
export function ApiFields({ caption, rows }: { caption: string; rows: readonly Row[] }) {
  const { t } = useTranslation('apiDocs');
  return (
    <SideScroll label={caption}>
      <table className="utrecht-table compact api-table">
        <caption className="api-caption">{caption}</caption>
        <thead className="utrecht-table__header">
          <tr className="utrecht-table__row">
            {(['name', 'type', 'meaning', 'example'] as const).map((column) => (
              <th key={column} scope="col" className="utrecht-table__header-cell">
                {t(`${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="utrecht-table__body">
          {rows.map((row) => (
            <FieldRow key={`${row.place} ${row.name}`} row={row} />
          ))}
        </tbody>
      </table>
    </SideScroll>
  );
}

function FieldRow({ row }: { row: Row }) {
  const { t } = useTranslation('apiDocs');
  const schema = row.schema && !isReference(row.schema) ? row.schema : undefined;
  const example = row.example ?? schema?.example;
  return (
    <tr className="utrecht-table__row">
      <th scope="row" className="utrecht-table__cell">
        <code>{row.name}</code>
        <span className="api-small">
          {[row.place, row.required ? t('required') : ''].filter(Boolean).join(', ')}
        </span>
      </th>
      <td className="utrecht-table__cell">
        <ApiType schema={row.schema} />
      </td>
      <td className="utrecht-table__cell" lang="en">
        {row.description ?? schema?.description}
      </td>
      <td className="utrecht-table__cell">
        {example !== undefined && (
          <code>{typeof example === 'string' ? example : JSON.stringify(example)}</code>
        )}
      </td>
    </tr>
  );
}
