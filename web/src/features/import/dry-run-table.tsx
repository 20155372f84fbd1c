'use client';
import { ArrowRight } from 'lucide-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { fieldLabel, fieldText, type TextContext } from '@/features/review/field-text';
import { useTextContext } from '@/features/review/use-text-context';
import { cn } from '@/lib/cn';
import { fieldOf, type RecordType } from '@/lib/meta';
import { keys } from '@/lib/query-keys';
import type { Tone } from '@/lib/tone';
import { isMissing } from '@/lib/problem';
import { imports, type Counts, type DryRow, type Outcome } from './import-api';

const outcomes: { outcome: Outcome; count: keyof Counts; label: string; one: string; tone: Tone }[] = [
  { outcome: 'create', count: 'creates', label: 'New', one: 'New', tone: 'green' },
  { outcome: 'update', count: 'updates', label: 'Changed', one: 'Changed', tone: 'accent' },
  { outcome: 'unchanged', count: 'unchanged', label: 'Unchanged', one: 'Unchanged', tone: 'neutral' },
  { outcome: 'waiting', count: 'waiting', label: 'Waiting', one: 'Waits', tone: 'amber' },
  { outcome: 'refused', count: 'refused', label: 'Refused', one: 'Refused', tone: 'red' },
  { outcome: 'duplicate', count: 'duplicates', label: 'Twice in the file', one: 'Twice', tone: 'amber' },
  { outcome: 'review', count: 'review', label: 'To decide', one: 'Decide', tone: 'amber' },
];

/** Of a new record: not its name, which stands before, nor what follows from the rest; ids of records say nothing here. */
function telling(row: DryRow, type: RecordType) {
  return (row.fields ?? []).filter(change => {
    const field = fieldOf(type, change.field);
    const pointer = field?.kind === 'reference' || field?.kind === 'references' || field?.kind === 'person';
    return Boolean(change.note) || (!pointer && (row.outcome !== 'create' || (change.field !== type.title_field && !field?.read_only)));
  });
}

function Changes({ row, type, context }: { row: DryRow; type: RecordType; context: TextContext }) {
  if (row.reason && (row.outcome === 'refused' || row.outcome === 'duplicate' || row.outcome === 'review')) return <span className="text-red-text">{row.reason}</span>;
  const after = Object.fromEntries((row.fields ?? []).map(f => [f.field, f.after]));
  return telling(row, type).map(f => {
    const old = row.outcome === 'update' ? fieldText(type, f.field, f.before, context, after) : '';
    return (
      <span key={f.field} className="mr-3 whitespace-nowrap">
        <span className="text-fg-3">{fieldLabel(type, f.field)} </span>
        {old && <><span className="text-fg-3 line-through">{old}</span><ArrowRight aria-hidden className="mx-1 inline size-3 text-fg-3" /></>}
        {f.note ? <span title={f.note}>{typeof f.after === 'string' ? f.after : ''} <span className="text-fg-3">({f.note.replace(/^Will be created by (.+), row (\d+)\.$/, 'new, row $2 of $1').replace(/\.$/, '')})</span></span> : fieldText(type, f.field, f.after, context, after) || 'empty'}
      </span>
    );
  });
}

/** Rows of one outcome, page by page; what the check brought along stands in where the server keeps no rows. */
function useRows(id: string, only: Outcome | null, known: DryRow[], stamp: string) {
  const found = useInfiniteQuery({
    queryKey: [...keys.import(id), 'rows', stamp, only],
    queryFn: ({ pageParam }) => imports.rows(id, only, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: page => page.next_cursor ?? null,
    staleTime: 60_000,
    retry: false,
  });
  const fallback = known.filter(r => only === null || r.outcome === only);
  const missing = isMissing(found.error);
  return { rows: found.data?.pages.flatMap(p => p.data) ?? fallback, pending: found.isPending, error: missing ? null : found.error, more: found.hasNextPage && !found.isFetchingNextPage ? found.fetchNextPage : null };
}

interface DryRunTableProps {
  id: string;
  /** Another check has other rows. */
  stamp: string;
  rows: DryRow[];
  counts: Counts;
  type: RecordType;
}

/** Every row of the file with what becomes of it. */
export function DryRunTable({ id, stamp, rows, counts, type }: DryRunTableProps) {
  const refused = counts.refused - (counts.duplicates ?? 0) - (counts.review ?? 0);
  const [only, setOnly] = useState<Outcome | null>(refused > 0 ? 'refused' : (counts.review ?? 0) > 0 ? 'review' : null);
  const { rows: shown, pending, error, more } = useRows(id, only, rows, stamp);
  const context = useTextContext();
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: shown.length, getScrollElement: () => box.current, estimateSize: () => 38, overscan: 12 });
  const last = virtual.getVirtualItems().at(-1)?.index ?? 0;
  useEffect(() => {
    if (more && last >= shown.length - 30) void more();
  }, [more, last, shown.length]);
  const total = counts.creates + counts.updates + counts.unchanged + (counts.waiting ?? 0) + counts.refused;
  return (
    <Card className="overflow-hidden">
      <div role="group" aria-label="Show rows" className="hide-scroll flex gap-1 overflow-x-auto border-b bg-subtle p-1.5">
        {[{ outcome: null, label: 'All', number: total }, ...outcomes.filter(o => counts[o.count] || !['waiting', 'duplicates', 'review'].includes(o.count)).map(o => ({ ...o, number: o.outcome === 'refused' ? refused : (counts[o.count] ?? 0) }))].map(o => (
          <button
            key={o.label}
            type="button"
            aria-pressed={only === o.outcome}
            onClick={() => setOnly(o.outcome)}
            className={cn('flex h-7 shrink-0 items-center gap-1.5 rounded-md px-2.5 text-xs font-medium text-fg-2 hover:bg-hover max-md:h-9', only === o.outcome && 'bg-active text-fg')}
          >
            {o.label}<span className="num text-fg-3">{context.formats.number(o.number)}</span>
          </button>
        ))}
      </div>
      <div ref={box} tabIndex={0} role={shown.length ? 'table' : 'region'} aria-label="Rows" aria-rowcount={shown.length || undefined} className="h-[min(460px,56dvh)] overflow-auto">
        <div style={{ height: virtual.getTotalSize() }} className="relative w-full min-w-fit" role={shown.length ? 'rowgroup' : undefined}>
          {virtual.getVirtualItems().map(item => {
            const row = shown[item.index];
            if (!row) return null;
            const kind = outcomes.find(o => o.outcome === row.outcome);
            return (
              <div
                key={item.key}
                role="row"
                aria-rowindex={item.index + 1}
                style={{ transform: `translateY(${item.start}px)` }}
                className="absolute inset-x-0 grid h-[38px] grid-cols-[52px_84px_minmax(140px,220px)_minmax(320px,1fr)] items-center gap-2 border-b px-3.5 text-sm"
              >
                <span role="cell" className="num text-xs text-fg-3">{row.row}</span>
                <span role="cell"><Badge tone={kind?.tone}>{kind?.one ?? row.outcome}</Badge></span>
                <span role="cell" className="truncate font-medium">{row.title || Object.values(row.values ?? {}).find(Boolean) || 'No name'}</span>
                <span role="cell" className="truncate text-xs"><Changes row={row} type={type} context={context} /></span>
              </div>
            );
          })}
        </div>
        {error && <p className="p-4 text-sm text-red-text">{error.message}</p>}
        {shown.length === 0 && pending && <p role="status" className="p-4 text-sm text-fg-3">Reading the rows…</p>}
        {shown.length === 0 && !pending && !error && <p className="p-4 text-sm text-fg-3">{only && (counts[outcomes.find(o => o.outcome === only)?.count ?? 'creates'] ?? 0) > 0 ? 'These rows are not listed one by one.' : 'No such rows.'}</p>}
      </div>
    </Card>
  );
}
