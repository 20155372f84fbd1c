'use client';
import { ArrowDown, ArrowUp } from 'lucide-react';
import { useRef } from 'react';
import { cn } from '@/lib/cn';
import type { FieldType } from '@/lib/meta';
import { leastWidth, rightAligned, type Columns } from './columns';

interface HeaderRowProps {
  columns: Columns;
  sort: string[];
  allSelected: boolean;
  onSelectAll: () => void;
  onSort: (field: string, keepOthers: boolean) => void;
  onWidth: (name: string, px: number | null) => void;
}

export function HeaderRow({ columns, sort, allSelected, onSelectAll, onSort, onWidth }: HeaderRowProps) {
  return (
    <div role="row" aria-rowindex={1} className="grid h-8 items-center pr-2" style={{ gridTemplateColumns: columns.template }}>
      <div role="columnheader" className="grid place-items-center pl-2">
        <input type="checkbox" aria-label="Select the rows that are loaded" checked={allSelected} onChange={onSelectAll} className="size-3.5 accent-accent opacity-60 hover:opacity-100 checked:opacity-100" />
      </div>
      {[columns.title, ...columns.shown].map((field, i) => (
        <Header key={field.name} field={field} first={i === 0} sort={sort} onSort={onSort} onWidth={onWidth} />
      ))}
    </div>
  );
}

function Header({ field, first, sort, onSort, onWidth }: { field: FieldType; first: boolean } & Pick<HeaderRowProps, 'sort' | 'onSort' | 'onWidth'>) {
  const at = sort.findIndex(s => s.replace('-', '') === field.name);
  const down = sort[at]?.startsWith('-');
  const right = rightAligned.has(field.kind);
  const Arrow = down ? ArrowDown : ArrowUp;
  const cell = useRef<HTMLDivElement>(null);
  return (
    <div
      ref={cell}
      data-column={field.name}
      role="columnheader"
      aria-sort={at < 0 ? (field.sort ? 'none' : undefined) : down ? 'descending' : 'ascending'}
      className={cn('group/head relative flex min-w-0 px-3 text-xs font-medium text-fg-3', first && 'pl-1', right && 'justify-end')}
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
      <Handle width={() => cell.current?.offsetWidth ?? leastWidth} onWidth={px => onWidth(field.name, px)} />
    </div>
  );
}

/** Drags a column wider by mouse; a double click gives it back its usual width. The menu of columns does the same by keyboard. */
function Handle({ width, onWidth }: { width: () => number; onWidth: (px: number | null) => void }) {
  const from = useRef<{ x: number; width: number } | null>(null);
  return (
    <span
      aria-hidden
      title="Drag to change the width"
      onClick={e => e.stopPropagation()}
      onDoubleClick={() => onWidth(null)}
      onPointerDown={e => {
        e.preventDefault();
        e.currentTarget.setPointerCapture?.(e.pointerId);
        from.current = { x: e.clientX, width: width() };
      }}
      onPointerMove={e => from.current && onWidth(from.current.width + e.clientX - from.current.x)}
      onPointerUp={() => (from.current = null)}
      onPointerCancel={() => (from.current = null)}
      className="absolute -right-1 inset-y-0 z-10 w-2 cursor-col-resize touch-none opacity-0 after:absolute after:inset-y-0 after:left-1/2 after:w-px after:bg-line-strong group-hover/head:opacity-100"
    />
  );
}
