'use client';
import { ChevronRight, ScanSearch } from 'lucide-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SkeletonRows } from '@/components/ui/skeleton';
import { EmptyState, ErrorState } from '@/components/ui/states';
import { changeSets, type ChangeSet } from '@/lib/change-sets';
import { cn } from '@/lib/cn';
import { useFormats } from '@/lib/format';
import { keys } from '@/lib/query-keys';
import type { Tone } from '@/lib/tone';
import { OperationRow } from './operation-row';
import { UndoButton } from './undo-button';
import { useTextContext } from './use-text-context';
import { undoable } from './written-card';

const states: Record<ChangeSet['status'], [string, Tone]> = {
  proposed: ['Waiting', 'amber'],
  applied: ['Applied', 'green'],
  partly_applied: ['Partly applied', 'amber'],
  refused: ['Refused', 'neutral'],
  undone: ['Undone', 'neutral'],
};
const causes: Record<string, string> = { message: 'from a message', import: 'by an import', run: 'by an agent', person: 'by hand', sync: 'from another system', undo: 'undoing' };

function OneSet({ set }: { set: ChangeSet }) {
  const [open, setOpen] = useState(false);
  const formats = useFormats();
  const context = useTextContext([set]);
  const [label, tone] = states[set.status];
  return (
    <Card className="overflow-hidden">
      <div className="flex min-h-11 items-center gap-2 pr-2.5">
        <button type="button" aria-expanded={open} onClick={() => setOpen(!open)} className="flex min-h-11 min-w-0 flex-1 items-center gap-2 rounded-xl pl-2.5 text-left text-sm">
          <ChevronRight aria-hidden className={cn('size-4 shrink-0 text-fg-3 transition-transform', open && 'rotate-90')} />
          <span className="min-w-0">
            <span className="block truncate font-medium">{set.summary || `${set.operations.length} changes`}</span>
            <span className="block truncate text-xs text-fg-3">{set.actor.name ?? set.actor.kind}, {causes[set.cause.kind] ?? set.cause.kind}, {formats.instant(set.created_at)}</span>
          </span>
        </button>
        <Badge tone={tone}>{label}</Badge>
        {undoable(set) && <UndoButton id={set.id} label={`Undo: ${set.summary ?? 'change'}`} />}
      </div>
      {open && <ul className="border-t">{set.operations.slice(0, 50).map(o => <OperationRow key={o.id} operation={o} context={context} />)}</ul>}
      {open && set.operations.length > 50 && <p className="border-t px-3.5 py-2 text-xs text-fg-3">and {set.operations.length - 50} more records</p>}
    </Card>
  );
}

/** Every change set that touched a record, with the words each value rests on. */
export function InspectTab({ record }: { record: string }) {
  const sets = useInfiniteQuery({
    queryKey: keys.changeSetList({ inspect: record }),
    initialPageParam: '',
    queryFn: ({ pageParam }) => changeSets.list(`?record_id=${record}&limit=30${pageParam ? `&cursor=${encodeURIComponent(pageParam)}` : ''}`),
    getNextPageParam: page => page.next_cursor || undefined,
  });
  if (sets.isPending) return <SkeletonRows />;
  if (sets.isError) return <ErrorState error={sets.error} retry={() => void sets.refetch()} />;
  const list = sets.data.pages.flatMap(p => p.data);
  return (
    <div className="mx-auto flex max-w-[860px] flex-col gap-2 p-5 max-md:p-3.5">
      {list.length === 0 && <EmptyState icon={ScanSearch} title="No changes recorded">Each change of this record will stand here with who made it and what it rests on.</EmptyState>}
      {list.map(set => <OneSet key={set.id} set={set} />)}
      {sets.hasNextPage && <Button className="self-center" busy={sets.isFetchingNextPage} onClick={() => void sets.fetchNextPage()}>Show older</Button>}
    </div>
  );
}
