'use client';
import dynamic from 'next/dynamic';
import { memo } from 'react';
import { Avatar } from '@/components/ui/avatar';
import { RecordIcon } from '@/components/record-icon';
import { cn } from '@/lib/cn';
import type { Formats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import type { AnyRecord } from '@/lib/records-api';
import { titleOf } from '@/lib/record-title';
import { bareUrl, FieldValue } from '../field/field-value';
import type { CellEditorProps } from './cell-editor';
import { rightAligned, type Columns } from './columns';
import { isEditable } from './use-cell-edit';

const CellEditor = dynamic(() => import('./cell-editor').then(m => m.CellEditor), { ssr: false });

interface RowProps {
  index: number;
  start: number;
  type: RecordType;
  record: AnyRecord | undefined;
  columns: Columns;
  format: Formats;
  people: Map<string, string>;
  active: boolean;
  selected: boolean;
  fresh: boolean;
  /** Cells may be changed in place. */
  mayEdit: boolean;
  /** The cell of this row that is being changed. */
  editing?: Pick<CellEditorProps, 'people' | 'onLeave'> & { field: string };
}

const withFace = new Set(['company', 'contact']);

function Picture({ record }: { record: AnyRecord }) {
  return withFace.has(record.type)
    ? <Avatar name={titleOf(record)} size={20} square={record.type === 'company'} decorative />
    : <RecordIcon type={record.type} className="size-4 shrink-0 text-fg-3" />;
}

function Waiting({ columns }: { columns: Columns }) {
  return (
    <>
      <div role="gridcell" aria-label="Loading" />
      {[columns.title, ...columns.shown].map(f => (
        <div role="gridcell" key={f.name} className="px-3"><span className="block h-2.5 w-3/5 rounded-full bg-hover" /></div>
      ))}
    </>
  );
}

/** Memoised: on scroll only rows that come into view are rendered. */
export const Row = memo(function Row({ index, start, type, record, columns, format, people, active, selected, fresh, mayEdit, editing }: RowProps) {
  return (
    <div
      role="row"
      id={`row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={selected}
      data-index={index}
      className={cn(
        'group absolute inset-x-0 grid items-center border-b border-line/70 pr-2 text-sm contain-strict hover:bg-subtle',
        active && 'bg-hover shadow-[inset_2px_0_0_var(--accent)]',
        selected && 'bg-accent-soft hover:bg-accent-soft',
        fresh && 'just-changed',
      )}
      style={{ height: columns.height, transform: `translateY(${start}px)`, gridTemplateColumns: columns.template }}
    >
      {record ? (
        <>
          <div role="gridcell" className="grid place-items-center pl-2">
            <input
              type="checkbox"
              tabIndex={-1}
              checked={selected}
              readOnly
              data-select
              aria-label={`Select ${titleOf(record, type)}`}
              className={cn('size-3.5 accent-accent', !selected && !active && 'opacity-0 group-hover:opacity-100 pointer-coarse:opacity-100')}
            />
          </div>
          <div role="gridcell" className="min-w-0 pr-3 pl-1">
            <a href={recordPath(type.name, record.id, type.plural)} tabIndex={-1} className="flex min-w-0 items-center gap-2.5 font-medium text-fg">
              <Picture record={record} />
              <span className={cn('truncate', columns.second && 'max-w-[72%] shrink-0')}>{titleOf(record, type)}</span>
              {columns.second && <span className="min-w-0 truncate font-normal text-fg-3 max-xl:hidden">{bareUrl(String(record[columns.second] ?? ''))}</span>}
            </a>
          </div>
          {columns.shown.map(field => (
            <div
              role="gridcell"
              key={field.name}
              {...(mayEdit && isEditable(type, field) && !record._masked?.includes(field.name) && { 'data-cell': rightAligned.has(field.kind) ? 'right' : 'left', 'data-field': field.name })}
              className={cn('flex min-w-0 items-center self-stretch px-3 text-fg-2', rightAligned.has(field.kind) && 'justify-end text-fg', editing?.field === field.name && 'relative')}
            >
              <FieldValue field={field} record={record} format={format} people={people} compact />
              {editing?.field === field.name && <CellEditor key={field.name} type={type} field={field} record={record} format={format} people={editing.people} names={people} onLeave={editing.onLeave} />}
            </div>
          ))}
        </>
      ) : (
        <Waiting columns={columns} />
      )}
    </div>
  );
});
