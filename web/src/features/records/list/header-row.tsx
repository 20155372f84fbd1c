'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { cn } from '@/lib/cn';
import type { FieldType } from '@/lib/meta';
import { rightAligned, type Columns } from './columns';

interface HeaderRowProps {
  columns: Columns;
  sort: string[];
  allSelected: boolean;
  onSelectAll: () => void;
  onSort: (field: string, keepOthers: boolean) => void;
}

export function HeaderRow({ columns, sort, allSelected, onSelectAll, onSort }: HeaderRowProps) {
  return (
    <div role="row" aria-rowindex={1} className="grid h-8 items-center pr-2" style={{ gridTemplateColumns: columns.template }}>
      <div role="columnheader" className="grid place-items-center pl-2">
        <input type="checkbox" aria-label="Select the rows that are loaded" checked={allSelected} onChange={onSelectAll} className="size-3.5 accent-accent opacity-60 hover:opacity-100 checked:opacity-100" />
      </div>
      {[columns.title, ...columns.shown].map((field, i) => (
        <Header key={field.name} field={field} first={i === 0} sort={sort} onSort={onSort} />
      ))}
    </div>
  );
}

function Header({ field, first, sort, onSort }: { field: FieldType; first: boolean; sort: string[]; onSort: HeaderRowProps['onSort'] }) {
  const at = sort.findIndex(s => s.replace('-', '') === field.name);
  const down = sort[at]?.startsWith('-');
  const right = rightAligned.has(field.kind);
  const Arrow = down ? ArrowDown : ArrowUp;
  return (
    <div
      role="columnheader"
      aria-sort={at < 0 ? (field.sort ? 'none' : undefined) : down ? 'descending' : 'ascending'}
      className={cn('flex min-w-0 px-3 text-xs font-medium text-fg-3', first && 'pl-1', right && 'justify-end')}
    >
      {field.sort ? (
        <button
          type="button"
          title="Sort; with shift, sort by this too"
          onClick={e => onSort(field.name, e.shiftKey)}
          className={cn('flex min-w-0 items-center gap-1 rounded-xs hover:text-fg', right && 'flex-row-reverse', at >= 0 && 'text-fg')}
        >
          <span className="truncate">{field.label}</span>
          {at >= 0 && <Arrow aria-hidden className="size-3 shrink-0" />}
          {at >= 0 && sort.length > 1 && <span className="num text-2xs text-fg-3">{at + 1}</span>}
        </button>
      ) : (
        <span className="truncate">{field.label}</span>
      )}
    </div>
  );
}
