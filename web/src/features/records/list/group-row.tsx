'use client';
import { ChevronDown } from 'lucide-react';
import { ChoiceBadge } from '@/components/choice-badge';
import { cn } from '@/lib/cn';
import type { Formats } from '@/lib/format';
import type { Group } from '@/lib/lists-api';
import type { RecordType } from '@/lib/meta';
import { rightAligned, type Columns } from './columns';
import { groupName, measuredText, shortTotal } from './groups';

interface GroupRowProps {
  index: number;
  start: number;
  height: number;
  group: Group;
  spec: string;
  open: boolean;
  active: boolean;
  type: RecordType;
  columns: Columns;
  format: Formats;
  narrow: boolean;
  onToggle: () => void;
}

/** The head of a group: what its records share, how many they are, and totals below the columns they add up. */
export function GroupRow({ index, start, height, group, spec, open, active, type, columns, format, narrow, onToggle }: GroupRowProps) {
  const name = groupName(group, spec, type);
  const value = group.key[spec];
  const choice = type.fields.find(f => f.name === spec)?.kind === 'choice' && typeof value === 'string';
  return (
    <div
      role="row"
      id={`row-${index}`}
      aria-rowindex={index + 2}
      className={cn('absolute inset-x-0 grid items-center border-b border-line bg-subtle pr-2 text-sm contain-strict', active && 'bg-hover shadow-[inset_2px_0_0_var(--accent)]')}
      style={{ height, transform: `translateY(${start}px)`, gridTemplateColumns: narrow ? '36px 1fr' : columns.template }}
    >
      <div role="gridcell" className="grid place-items-center pl-2">
        <button type="button" tabIndex={-1} onClick={onToggle} aria-expanded={open} aria-label={`${open ? 'Fold' : 'Unfold'} ${name}`} className="grid size-6 place-items-center rounded-xs text-fg-3 hover:bg-hover">
          <ChevronDown className={cn('size-4 transition-transform', !open && '-rotate-90')} />
        </button>
      </div>
      <div role="rowheader" className="flex min-w-0 items-center gap-2 pl-1 font-semibold">
        {choice ? <ChoiceBadge type={type} field={spec} value={value} dot /> : <span className="truncate">{name}</span>}
        <span className="num font-normal text-fg-3">{format.number(group.count)}</span>
      </div>
      {!narrow && columns.shown.map(field => (
        <div role="gridcell" key={field.name} title={measuredText(format, group.measures[`sum(${field.name})`]) || undefined} className={cn('num min-w-0 truncate px-3 text-xs font-medium text-fg-2', rightAligned.has(field.kind) && 'text-right')}>
          {shortTotal(format, group.measures[`sum(${field.name})`])}
        </div>
      ))}
    </div>
  );
}
