'use client';
import { memo } from 'react';
import { RecordIcon } from '@/components/record-icon';
import { Avatar } from '@/components/ui/avatar';
import { cn } from '@/lib/cn';
import type { Formats } from '@/lib/format';
import type { RecordType } from '@/lib/meta';
import { recordPath } from '@/lib/record-routes';
import type { AnyRecord } from '@/lib/records-api';
import { titleOf } from '@/lib/record-title';
import { isBlank } from '../field/field-text';
import { FieldValue } from '../field/field-value';
import { rightAligned, type Columns } from './columns';

export const cardHeight = 62;

interface CardRowProps {
  index: number;
  start: number;
  type: RecordType;
  record: AnyRecord | undefined;
  columns: Columns;
  format: Formats;
  people: Map<string, string>;
  active: boolean;
}

/** Cut off, these would say nothing. */
const shortKinds = new Set(['choice', 'date', 'money', 'score']);

/** A row on a phone: the title, one figure at its right, and what else is worth a second line. */
export const CardRow = memo(function CardRow({ index, start, type, record, columns, format, people, active }: CardRowProps) {
  const filled = record ? columns.shown.filter(f => !isBlank(record[f.name])) : [];
  const figure = filled.find(f => f.kind === 'money') ?? filled.find(f => f.kind === 'choice') ?? filled.find(f => rightAligned.has(f.kind));
  const rest = filled.filter(f => f !== figure).slice(0, 3);
  return (
    <div role="row" id={`row-${index}`} aria-rowindex={index + 2} data-index={index} className={cn('absolute inset-x-0 border-b border-line/70 contain-strict', active && 'bg-subtle')} style={{ height: cardHeight, transform: `translateY(${start}px)` }}>
      <div role="gridcell" className="h-full">
        {record ? (
          <div className="relative flex h-full items-center gap-3 px-4">
            {type.name === 'company' || type.name === 'contact'
              ? <Avatar name={titleOf(record)} size={32} square={type.name === 'company'} decorative />
              : <RecordIcon type={type.name} className="size-5 shrink-0 text-fg-3" />}
            <span className="min-w-0 flex-1">
              <a href={recordPath(type.name, record.id, type.plural)} className="block truncate text-base font-medium text-fg after:absolute after:inset-0">{titleOf(record, type)}</a>
              <span className="pointer-events-none mt-0.5 flex h-5 items-center gap-x-2 overflow-hidden text-xs text-fg-3">
                {rest.map(f => (
                  <span key={f.name} className={cn('flex min-w-0', shortKinds.has(f.kind) && 'shrink-0')}><FieldValue field={f} record={record} format={format} people={people} compact /></span>
                ))}
              </span>
            </span>
            {figure && <span className="shrink-0 text-sm text-fg"><FieldValue field={figure} record={record} format={format} people={people} compact /></span>}
          </div>
        ) : (
          <span className="flex h-full flex-col justify-center gap-2 px-4"><span className="h-2.5 w-1/2 rounded-full bg-hover" /><span className="h-2.5 w-1/3 rounded-full bg-hover" /></span>
        )}
      </div>
    </div>
  );
});
